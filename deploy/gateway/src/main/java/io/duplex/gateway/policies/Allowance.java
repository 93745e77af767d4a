package io.duplex.gateway.policies;

import java.time.Duration;

/**
 * What a caller may still send (draft-ietf-httpapi-ratelimit-headers).
 *
 * @param used the requests of the window that runs, this one included
 * @param left the time until it ends
 */
public record Allowance(RateRule rule, long used, Duration left) {

    /** Whether this request is one too many. */
    public boolean exceeded() {
        return used > rule.requests();
    }

    /** The value of {@code RateLimit-Policy}. */
    public String policy() {
        return "\"default\";q=" + rule.requests() + ";w=" + rule.window().toSeconds();
    }

    /** The value of {@code RateLimit}. */
    public String state() {
        return "\"default\";r=" + remaining() + ";t=" + seconds();
    }

    /** The whole seconds after which the caller may go on. */
    public long seconds() {
        return Math.max(1, left.plusSeconds(1).minusNanos(1).toSeconds());
    }

    long remaining() {
        return Math.max(0, rule.requests() - used);
    }
}
