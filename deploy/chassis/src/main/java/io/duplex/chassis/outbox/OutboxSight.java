package io.duplex.chassis.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * What was last seen of the outbox, and whether that is a reason to worry.
 *
 * @param readAt when it could last be read
 * @param reason why it is stalled; empty when it is not
 */
record OutboxSight(Backlog backlog, Instant readAt, String reason) {

    static OutboxSight first(Instant now) {
        return new OutboxSight(Backlog.NONE, now, "");
    }

    boolean stalled() {
        return !reason.isEmpty();
    }

    OutboxSight read(Backlog seen, Instant now, Duration patience, String obstacle) {
        var tooOld = seen.oldestAge().compareTo(patience) >= 0;
        return new OutboxSight(
                seen,
                now,
                tooOld
                        ? "the oldest of %d events waits for %d s: %s"
                                .formatted(seen.unsent(), seen.oldestAge().toSeconds(), obstacle)
                        : "");
    }

    OutboxSight unread(String failure, Instant now, Duration patience) {
        var blind = Duration.between(readAt, now);
        return new OutboxSight(
                backlog,
                readAt,
                blind.compareTo(patience) >= 0
                        ? "it could not be read for %d s: %s".formatted(blind.toSeconds(), failure)
                        : reason);
    }
}
