package io.duplex.notification.delivery;

import io.duplex.notification.NotificationStatus;
import io.duplex.notification.message.Message;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param status SENT; FAILED with {@code retryInMillis}; or DEAD
 * @param detail why it failed
 * @param subject as it was sent
 * @param body as it was sent
 */
record Result(
        NotificationStatus status,
        @Nullable String detail,
        int tookMs,
        @Nullable Long retryInMillis,
        @Nullable String subject,
        @Nullable String body) {

    static Result sent(Message message, Duration took) {
        return new Result(NotificationStatus.SENT, null, millis(took), null, message.subject(), message.text());
    }

    static Result failed(String detail, Duration took, Optional<Duration> retryIn) {
        return new Result(
                retryIn.isPresent() ? NotificationStatus.FAILED : NotificationStatus.DEAD,
                detail,
                millis(took),
                retryIn.map(Duration::toMillis).orElse(null),
                null,
                null);
    }

    String outcome() {
        return isSent() ? "SENT" : "FAILED";
    }

    boolean isSent() {
        return status == NotificationStatus.SENT;
    }

    private static int millis(Duration took) {
        return Math.toIntExact(took.toMillis());
    }
}
