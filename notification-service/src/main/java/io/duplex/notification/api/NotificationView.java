package io.duplex.notification.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.duplex.notification.Attempt;
import io.duplex.notification.Channel;
import io.duplex.notification.Notification;
import io.duplex.notification.NotificationStatus;
import io.duplex.notification.message.Message;
import io.duplex.notification.message.Messages;
import io.duplex.notification.message.Template;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A notification as it is shown: with the words that were sent or, before that, that would be sent now.
 *
 * @param recipient the address; null when none was known, or when it was erased
 * @param reason why it was skipped
 * @param nextAttemptAt when it will be tried next
 */
@Schema(name = "Notification")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationView(
        UUID id,
        @Nullable UUID orderId,
        @Nullable String sku,
        @Nullable String customerId,
        Channel channel,
        String template,
        @Nullable String recipient,
        NotificationStatus status,
        @Nullable String reason,
        @Nullable String subject,
        String body,
        UUID eventId,
        List<AttemptView> attempts,
        @Nullable Instant nextAttemptAt,
        Instant createdAt) {

    /** An attempt; {@code STARTED} is under way, or was cut off. */
    @Schema(name = "Attempt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttemptView(Instant at, String outcome, @Nullable String detail, @Nullable Integer tookMs) {
        static AttemptView of(Attempt attempt) {
            return new AttemptView(attempt.at(), attempt.outcome(), attempt.detail(), attempt.tookMs());
        }
    }

    static NotificationView of(Notification found, Messages messages) {
        var words = words(found, messages);
        return new NotificationView(
                found.id,
                found.orderId,
                found.sku,
                found.customerId,
                found.channel,
                found.template,
                found.address,
                found.status,
                found.reason,
                words.subject(),
                words.text(),
                found.eventId,
                found.attempts.stream().map(AttemptView::of).toList(),
                found.dueAt,
                found.createdAt);
    }

    private static Message words(Notification found, Messages messages) {
        return found.body != null
                ? new Message(found.subject, found.body, null)
                : messages.render(Template.of(found.template), found.channel, found.locale, found.fact);
    }
}
