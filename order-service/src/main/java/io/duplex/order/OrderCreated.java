package io.duplex.order;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/** An order was accepted. It carries all that others need to act on it, and no personal data. */
record OrderCreated(
        UUID orderId,
        String customerId,
        List<Line> lines,
        String currency,
        Money total,
        String destinationCountry,
        OffsetDateTime createdAt) {

    /** A line; the unit price is net. */
    record Line(String sku, String name, int quantity, Money unitPrice, String taxCategory) {}

    static OrderCreated of(Order order) {
        var lines = order.lines().stream()
                .map(line -> new Line(
                        line.sku(), line.name(), line.quantity(), order.money(line.unitPrice()), line.taxCategory()))
                .toList();
        return new OrderCreated(
                order.id(),
                order.customerId(),
                lines,
                order.total().getCurrencyUnit().getCode(),
                order.total(),
                order.shippingAddress().country(),
                order.createdAt());
    }
}
