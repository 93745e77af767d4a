package io.duplex.local.replay;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides whether one request is sent again. It is while no definite answer has come and the patience lasts: after what
 * Retry-After says, else with exponential backoff. Waiting that a 429 asks for does not use patience up.
 */
final class Attempts {
    private static final Set<Integer> INDEFINITE = Set.of(0, 502, 503, 504);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long FIRST_WAIT_MILLIS = 50;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private long deadline;
    private long nextWaitMillis = FIRST_WAIT_MILLIS;

    Attempts(Duration patience) {
        deadline = System.nanoTime() + patience.toNanos();
    }

    /** How long to wait before the next attempt, or nothing when the answer is the last one. */
    Optional<Duration> waitAfter(Answer answer) {
        if (!tryAgain(answer)) {
            return Optional.empty();
        }
        var wait = retryAfter(answer).orElseGet(this::backoff).plus(jitter());
        if (answer.status() == TOO_MANY_REQUESTS) {
            deadline += wait.toNanos();
        }
        return System.nanoTime() + wait.toNanos() - deadline < 0 ? Optional.of(wait) : Optional.empty();
    }

    private static boolean tryAgain(Answer answer) {
        return INDEFINITE.contains(answer.status())
                || answer.status() == TOO_MANY_REQUESTS
                || answer.code().equals("request-in-progress");
    }

    private static Optional<Duration> retryAfter(Answer answer) {
        return answer.header("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    private Duration backoff() {
        var wait = Duration.ofMillis(nextWaitMillis);
        nextWaitMillis = Math.min(2 * nextWaitMillis, LONGEST_WAIT_MILLIS);
        return wait;
    }

    /** So that requests that failed together do not come back together. */
    private static Duration jitter() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(FIRST_WAIT_MILLIS));
    }
}
