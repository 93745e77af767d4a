package io.duplex.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.duplex.notification.Channel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to deliver has failed.
 *
 * @param attempt which one, the first being 1
 * @param willRetry false when the message is dead
 * @param detail why, in a few words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationFailed(
        UUID notificationId,
        @Nullable UUID orderId,
        @Nullable String sku,
        @Nullable String customerId,
        Channel channel,
        String template,
        UUID eventId,
        int attempt,
        boolean willRetry,
        @Nullable String detail) {}
