package io.duplex.order.analytics;

import io.duplex.order.OrderStatus;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells of an order.
 *
 * @param version the order's, with which it came into this status
 * @param createdAt null where the event does not tell it
 * @param lines empty where the event does not tell them; each SKU once
 */
public record OrderState(
        UUID orderId,
        long version,
        OrderStatus status,
        Money total,
        @Nullable OffsetDateTime createdAt,
        List<Line> lines) {

    /** How much of what. */
    public record Line(String sku, int quantity) {}
}
