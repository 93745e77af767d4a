package io.duplex.order;

import io.duplex.chassis.events.Event;
import io.duplex.chassis.events.Event.Aggregate;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The facts about orders as they are told on the topic {@code orders}, keyed by the order's id. */
final class OrderEvents {
    private static final String TOPIC = "orders";

    private OrderEvents() {}

    static Event created(Order order) {
        return event("duplex.OrderCreated.v1", order.id(), order.version(), OrderCreated.of(order));
    }

    static Event changed(OrderTransition transition, Row row, List<ChangeOrders.Change> changes) {
        var id = row.getUUID("id");
        return event(transition.eventType(), id, row.getLong("version"), data(transition, row, changes))
                .causedBy(row.getString("cause"));
    }

    private static Object data(OrderTransition transition, Row row, List<ChangeOrders.Change> changes) {
        var id = row.getUUID("id");
        var customerId = row.getString("customer_id");
        var total = Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("total"));
        return switch (transition) {
            case REJECT -> new OrderRejected(id, customerId, total, row.getString("reason"), shortages(changes, id));
            case CANCEL ->
                new OrderCancelled(
                        id,
                        customerId,
                        total,
                        row.getString("reason"),
                        OrderStatus.valueOf(row.getString("previous_status")));
            case SHIP -> new OrderShipped(id, customerId, total, row.getUUID("shipment_id"));
            case CONFIRM, EXPIRE, COMPLETE -> new OrderChanged(id, customerId, total);
        };
    }

    private static List<Shortage> shortages(List<ChangeOrders.Change> changes, UUID id) {
        return changes.stream()
                .filter(change -> change.orderId().equals(id))
                .findFirst()
                .orElseThrow()
                .shortages();
    }

    private static Event event(String type, UUID orderId, long version, Object data) {
        return Event.of(type, TOPIC, new Aggregate("order", orderId.toString(), version), data)
                .partOf(orderId);
    }
}
