package io.duplex.e2e.invariants;

import io.duplex.e2e.evidence.Evidence;
import io.duplex.e2e.evidence.Footprint;
import java.util.List;
import java.util.Map;

/**
 * I8: connections, threads, file handles and live heap are back where they were after the warm-up. A pool that had not
 * been at its limit then may be now: that is no leak.
 */
final class ResourcesAreBack {
    /** The reactive pool, Flyway's two, and those that listen: for the relay, and for who follows orders. */
    private static final int CONNECTIONS_OF_A_REPLICA = 16 + 2 + 2;

    private static final String STUCK =
            """
            SELECT pid, usename, state, left(query, 60) FROM pg_stat_activity
             WHERE usename LIKE '%service' AND xact_start < clock_timestamp() - interval '15 s'
            """;

    private ResourcesAreBack() {}

    static List<Finding> check(Evidence evidence) {
        var replicas = evidence.suite().run().names("order-service").size();
        var baseline = evidence.baseline().used();
        var grown = Footprint.of(evidence.suite()).used().entrySet().stream()
                .filter(used -> used.getValue() < 0
                        || used.getValue() > limit(used.getKey(), baseline.getOrDefault(used.getKey(), 0L), replicas))
                .map(used -> "%s: %d, was %d, at most %d"
                        .formatted(
                                used.getKey(),
                                used.getValue(),
                                baseline.getOrDefault(used.getKey(), 0L),
                                limit(used.getKey(), baseline.getOrDefault(used.getKey(), 0L), replicas)))
                .toList();
        return List.<List<Finding>>of(
                        Finding.none("about what was used after the warm-up", grown),
                        Finding.none(
                                "no transaction hangs (pid, role, state, query)",
                                evidence.databases().rows("postgres", STUCK)))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static final Map<String, Long> SLACK = Map.of("threads", 30L, "files", 60L, "heap", 32L * 1024);

    private static long limit(String what, long before, int replicas) {
        var kind = what.substring(what.indexOf(' ') + 1);
        return kind.equals("connections")
                ? (long) CONNECTIONS_OF_A_REPLICA * replicas
                : before + SLACK.getOrDefault(kind, 0L);
    }
}
