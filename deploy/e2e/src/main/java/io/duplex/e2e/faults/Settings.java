package io.duplex.e2e.faults;

import java.time.Duration;

/**
 * How hard and how long.
 *
 * @param rate orders per second
 * @param load how long orders come in at least, per fault
 * @param brief whether faults are repeated as rarely as the short form does
 * @param patience how many times longer than promised things may take, on a slow or busy machine
 */
public record Settings(int rate, Duration load, boolean brief, double patience) {

    /** What a build can afford. */
    public static final Settings SHORT = new Settings(40, Duration.ofSeconds(12), true, 1.5);

    /** A promised time, stretched by the patience. */
    public Duration patient(Duration promised) {
        return Duration.ofMillis(Math.round(promised.toMillis() * patience));
    }
}
