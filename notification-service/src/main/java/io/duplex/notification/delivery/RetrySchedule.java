package io.duplex.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a message is tried again. */
final class RetrySchedule {
    private static final double JITTER = 0.2;

    private final List<Duration> delays;
    private final RandomGenerator random;

    RetrySchedule(List<Duration> delays, RandomGenerator random) {
        this.delays = List.copyOf(delays);
        this.random = random;
    }

    /** The wait after this attempt, the first being 1, scattered by ±20 %; empty when it was the last. */
    Optional<Duration> after(int attempt) {
        return attempt > delays.size() ? Optional.empty() : Optional.of(scattered(delays.get(attempt - 1)));
    }

    private Duration scattered(Duration delay) {
        return Duration.ofMillis(Math.round(delay.toMillis() * random.nextDouble(1 - JITTER, 1 + JITTER)));
    }
}
