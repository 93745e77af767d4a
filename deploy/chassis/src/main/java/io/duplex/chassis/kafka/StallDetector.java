package io.duplex.chassis.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Finds partitions that lag and whose committed offset has not moved for some time. */
final class StallDetector {
    private final Duration patience;
    private Map<GroupPartition, Standstill> standing = new HashMap<>();

    private record GroupPartition(String group, TopicPartition partition) {}

    private record Standstill(long next, Instant since) {}

    StallDetector(Duration patience) {
        this.patience = patience;
    }

    /** Takes in what is seen now; the result is what has stood still since long before. */
    List<Position> observe(Collection<Position> positions, Instant now) {
        var still = new HashMap<GroupPartition, Standstill>();
        var stalled = positions.stream()
                .filter(position -> position.lag() > 0)
                .filter(position -> hasStood(position, now, still))
                .toList();
        standing = still;
        return stalled;
    }

    private boolean hasStood(Position position, Instant now, Map<GroupPartition, Standstill> still) {
        var place = new GroupPartition(position.group(), position.partition());
        var known = standing.get(place);
        var current = known != null && known.next() == position.next() ? known : new Standstill(position.next(), now);
        still.put(place, current);
        return Duration.between(current.since(), now).compareTo(patience) >= 0;
    }
}
