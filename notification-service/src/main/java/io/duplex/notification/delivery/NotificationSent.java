package io.duplex.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.duplex.notification.Channel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A provider has taken a message over. Whom it reaches is nobody else's business: there is no address. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationSent(
        UUID notificationId,
        @Nullable UUID orderId,
        @Nullable String sku,
        @Nullable String customerId,
        Channel channel,
        String template,
        UUID eventId) {}
