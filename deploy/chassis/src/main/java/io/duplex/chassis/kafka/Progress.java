package io.duplex.chassis.kafka;

import java.util.List;
import java.util.Set;

/**
 * How far the service's groups have come.
 *
 * @param missing topics that the service writes or listens to and that do not exist
 */
record Progress(List<Position> positions, Set<String> missing) {
    static final Progress NONE = new Progress(List.of(), Set.of());
}
