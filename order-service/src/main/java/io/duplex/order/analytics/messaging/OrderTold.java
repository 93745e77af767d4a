package io.duplex.order.analytics.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.duplex.order.OrderStatus;
import io.duplex.order.analytics.OrderState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the sales figures use of each fact about an order.
 *
 * @param createdAt told by OrderCreated
 * @param lines told by OrderCreated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderTold(UUID orderId, Money total, @Nullable OffsetDateTime createdAt, @Nullable List<OrderState.Line> lines) {

    /** An order as it is from this fact on. Fails when a creation does not tell what was ordered, and when. */
    OrderState state(OrderStatus status, long version) {
        if (status == OrderStatus.PENDING && (createdAt == null || lines == null)) {
            throw new IllegalArgumentException("a new order without its lines or its time");
        }
        return new OrderState(orderId, version, status, total, createdAt, lines == null ? List.of() : lines);
    }
}
