package io.duplex.e2e.evidence;

import java.util.List;
import java.util.Set;

/**
 * Who listens to what.
 *
 * @param group the consumer group
 * @param consumer the name under which the service claims events
 * @param types the events that it handles, all others it skips; none: it looks on, and takes whatever it can read
 */
public record Subscription(
        String service, String group, String database, String consumer, String topic, Set<String> types) {
    private static final String CREATED = "duplex.OrderCreated.v1";
    private static final String CONFIRMED = "duplex.OrderConfirmed.v1";
    private static final String REJECTED = "duplex.OrderRejected.v1";
    private static final String CANCELLED = "duplex.OrderCancelled.v1";
    private static final String INVENTORY = "inventory-service";
    private static final String ORDER = "order-service";
    private static final String NOTIFICATION = "notification-service";

    /** All subscriptions of the suite. */
    public static final List<Subscription> ALL = List.of(
            new Subscription(
                    INVENTORY,
                    "inventory",
                    "inventory.orders",
                    "orders",
                    Set.of(CREATED, CONFIRMED, CANCELLED, "duplex.OrderExpired.v1", "duplex.OrderShipped.v1")),
            new Subscription(
                    "invoice-service",
                    "invoices",
                    "invoice.orders",
                    "orders",
                    Set.of(CREATED, CONFIRMED, REJECTED, CANCELLED, "duplex.OrderExpired.v1")),
            new Subscription(
                    NOTIFICATION,
                    "notifications",
                    "notification.orders",
                    "orders",
                    Set.of(CONFIRMED, REJECTED, CANCELLED)),
            new Subscription(
                    NOTIFICATION,
                    "notifications",
                    "notification.invoices",
                    "invoices",
                    Set.of("duplex.InvoiceIssued.v1", "duplex.CreditNoteIssued.v1")),
            new Subscription(
                    NOTIFICATION, "notifications", "notification.stock", "stock", Set.of("duplex.InventoryLow.v1")),
            new Subscription(
                    ORDER,
                    "orders",
                    "order.reservations",
                    "reservations",
                    Set.of("duplex.StockReserved.v1", "duplex.StockRejected.v1", "duplex.ReservationExpired.v1")),
            new Subscription(ORDER, "orders", "order.shipments", "shipments", Set.of("duplex.ShipmentDelivered.v1")),
            new Subscription(
                    ORDER,
                    "orders",
                    "order.stock",
                    "stock",
                    Set.of("duplex.ProductChanged.v1", "duplex.StockLevelChanged.v1")),
            new Subscription(
                    ORDER,
                    "order-service-analytics",
                    "orders",
                    "order.analytics",
                    "orders",
                    Set.of(
                            CREATED,
                            CONFIRMED,
                            REJECTED,
                            CANCELLED,
                            "duplex.OrderExpired.v1",
                            "duplex.OrderShipped.v1",
                            "duplex.OrderCompleted.v1")),
            timeline("orders"),
            timeline("reservations"),
            timeline("shipments"),
            timeline("invoices"),
            timeline("notifications"));

    /** A subscription of the group that is called as the service. */
    private Subscription(String service, String database, String consumer, String topic, Set<String> types) {
        this(service, service, database, consumer, topic, types);
    }

    private static Subscription timeline(String topic) {
        return new Subscription(ORDER, "order-service-timeline", "orders", "order.timeline", topic, Set.of());
    }

    /** Whether nothing poisons it: what it cannot read, it leaves to those whom it is for. */
    public boolean looksOn() {
        return types.isEmpty();
    }

    /** Whether this consumer handles an event. */
    public boolean handles(String topicOfEvent, String type) {
        return topic.equals(topicOfEvent) && (looksOn() || types.contains(type));
    }
}
