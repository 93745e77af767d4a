package io.duplex.order.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.duplex.chassis.idempotency.Answer;
import io.duplex.order.Availability;
import io.duplex.order.Order;
import io.duplex.order.OrderStatus;
import io.duplex.order.ShippingAddress;
import io.duplex.order.Shortage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An order as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderView(
        UUID id,
        String customerId,
        OrderStatus status,
        Availability availability,
        String currency,
        List<Line> lines,
        Money total,
        ShippingAddress shippingAddress,
        @Nullable String reference,
        @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Shortage> shortages,
        @Nullable UUID shipmentId,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** A line; prices are net. */
    record Line(String sku, String name, int quantity, Money unitPrice, Money lineTotal, String taxCategory) {}

    static OrderView of(Order order) {
        return new OrderView(
                order.id(),
                order.customerId(),
                order.status(),
                order.availability(),
                order.total().getCurrencyUnit().getCode(),
                order.lines().stream().map(line -> line(order, line)).toList(),
                order.total(),
                order.shippingAddress(),
                order.reference(),
                order.reason(),
                order.shortages(),
                order.shipmentId(),
                order.createdAt().toInstant(),
                order.updatedAt().toInstant(),
                order.version());
    }

    static Answer created(Order order) {
        return Answer.created("/v1/orders/" + order.id(), order.version(), of(order));
    }

    private static Line line(Order order, io.duplex.order.OrderLine line) {
        var unitPrice = order.money(line.unitPrice());
        return new Line(
                line.sku(),
                line.name(),
                line.quantity(),
                unitPrice,
                unitPrice.multipliedBy(line.quantity()),
                line.taxCategory());
    }
}
