package io.duplex.gateway.backends;

import java.time.Duration;

/**
 * When a replica is passed over for failing (Envoy: outlier detection of failures of local origin). A failure is a broken
 * connection, or no answer in time; whatever the replica answers is none, not even a 503.
 *
 * @param failures how many in a row; 0: any number
 * @param ejection for how long, the first time in a row; the second time twice as long, and so on
 * @param mostPercent how many replicas of a service may be passed over at a time; one is left in any case
 */
public record PassiveHealth(int failures, Duration ejection, int mostPercent) {
    /** No replica is passed over for failing. */
    public static final PassiveHealth OFF = new PassiveHealth(0, Duration.ZERO, 0);

    boolean isOverstepped(int failuresInARow) {
        return failures > 0 && failuresInARow >= failures;
    }

    int most(int replicas) {
        return Math.min(replicas * mostPercent / 100, replicas - 1);
    }
}
