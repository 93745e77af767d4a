package io.duplex.gateway.backends;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * How a replica behaves. After too many failures in a row it is ejected for a while. Then one request at a time tries
 * it, and its outcome decides: an answer ends the matter, a failure ejects the replica again, for longer.
 */
final class Conduct {
    /** Envoy's limit is 300 s; with its usual 30 s that is the same. */
    private static final int LONGEST = 10;

    private final PassiveHealth policy;
    private final Clock clock;
    private final BooleanSupplier mayEject;
    private int failures;
    private int ejections;
    private Instant ejectedUntil = Instant.MIN;
    private Instant onTrialUntil = Instant.MIN;

    Conduct(PassiveHealth policy, Clock clock, BooleanSupplier mayEject) {
        this.policy = policy;
        this.clock = clock;
        this.mayEject = mayEject;
    }

    boolean ejected() {
        return clock.instant().isBefore(ejectedUntil);
    }

    /** Whether others are preferred: it is ejected, or a request tries it just now. */
    boolean passedOver() {
        return ejected() || clock.instant().isBefore(onTrialUntil);
    }

    /** A request begins; where it tries the replica, it is the only one until its outcome is known. */
    void begin() {
        if (ejections > 0 && !ejected()) {
            onTrialUntil = clock.instant().plus(policy.ejection());
        }
    }

    /** A request ended without telling anything of the replica. */
    void forget() {
        onTrialUntil = Instant.MIN;
    }

    void answered() {
        onTrialUntil = Instant.MIN;
        failures = 0;
        if (!ejected()) {
            ejections = 0;
        }
    }

    /** Returns how long the replica is ejected for this failure, or zero. */
    Duration failed() {
        onTrialUntil = Instant.MIN;
        failures++;
        boolean enough = ejections > 0 || policy.isOverstepped(failures);
        return enough && !ejected() && mayEject.getAsBoolean() ? eject() : Duration.ZERO;
    }

    private Duration eject() {
        failures = 0;
        ejections = Math.min(ejections + 1, LONGEST);
        Duration ejection = policy.ejection().multipliedBy(ejections);
        ejectedUntil = clock.instant().plus(ejection);
        return ejection;
    }
}
