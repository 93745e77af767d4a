package io.duplex.e2e.evidence;

import io.duplex.e2e.suite.Databases;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits until nothing is under way any more: two looks in a row at which nothing waits and nothing has been sent. */
public final class Rest {
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final Evidence evidence;
    private @Nullable Map<TopicPartition, Long> endsBefore;

    private Rest(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Waits at most so long; how long it took. What still moves afterwards is for the invariants to find. */
    public static Duration await(Evidence evidence, Duration patience) {
        var begun = Instant.now();
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(PERIOD)
                    .ignoreExceptions()
                    .until(new Rest(evidence)::reached);
        } catch (ConditionTimeoutException restless) {
            // for the invariants to find
        }
        return Duration.between(begun, Instant.now());
    }

    private boolean reached() {
        var ends = evidence.groups().ends();
        var resting = isNothingWaiting() && ends.equals(endsBefore);
        endsBefore = ends;
        return resting;
    }

    private boolean isNothingWaiting() {
        return evidence.groups().behind().isEmpty()
                && has("orders", "FROM orders WHERE status = 'PENDING'") == 0
                && has("inventory", "FROM shipment WHERE status = 'DISPATCHING'") == 0
                && has("notifications", "FROM notification WHERE status IN ('PENDING', 'SENDING', 'FAILED')") == 0
                && Databases.NAMES.stream().allMatch(database -> has(database, "FROM outbox") == 0);
    }

    private long has(String database, String from) {
        return evidence.databases().count(database, "SELECT count(*) " + from);
    }
}
