package io.duplex.e2e.invariants;

import io.duplex.e2e.evidence.Evidence;
import java.util.List;
import java.util.stream.Stream;

/** I7: everybody lived who was not harmed, nobody was started again for it, and every partition is read to its end. */
final class EverybodyWorks {
    private EverybodyWorks() {}

    static List<Finding> check(Evidence evidence) {
        return Stream.of(
                        Finding.none(
                                "live, and the same process, throughout",
                                evidence.liveness().failures()),
                        Finding.none("read to the end", evidence.groups().behind()),
                        Finding.none("read by somebody", evidence.groups().abandoned()))
                .flatMap(List::stream)
                .toList();
    }
}
