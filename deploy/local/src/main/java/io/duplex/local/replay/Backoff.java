package io.duplex.local.replay;

import java.time.Duration;
import java.util.Optional;

/** Growing pauses between attempts, until the patience has run out. Used by one attempt at a time. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMillis(500);

    private final long deadline;
    private Duration wait = FIRST;

    Backoff(Duration patience) {
        deadline = System.nanoTime() + patience.toNanos();
    }

    Optional<Duration> next() {
        if (System.nanoTime() - deadline > 0) {
            return Optional.empty();
        }
        var now = wait;
        wait = wait.multipliedBy(3).dividedBy(2);
        wait = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        return Optional.of(now);
    }
}
