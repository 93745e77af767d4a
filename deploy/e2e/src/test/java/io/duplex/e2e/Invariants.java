package io.duplex.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.e2e.evidence.Evidence;
import io.duplex.e2e.evidence.Rest;
import io.duplex.e2e.invariants.Verdict;
import io.duplex.e2e.suite.RunningSuite;
import java.time.Duration;

/** What must be true of the suite whatever has happened to it. */
final class Invariants {
    private static final Duration HEALING = Duration.ofSeconds(90);

    private Invariants() {}

    /** Waits until the suite has come to rest, then checks all invariants. */
    static void hold(RunningSuite suite) {
        try (var evidence = Evidence.of(suite, 1)) {
            Rest.await(evidence, HEALING);
            assertThat(Verdict.on(evidence)).hasToString("");
        }
    }
}
