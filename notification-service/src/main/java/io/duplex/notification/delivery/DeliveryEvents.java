package io.duplex.notification.delivery;

import io.duplex.chassis.events.Event;
import io.duplex.chassis.events.Event.Aggregate;

/** The facts about deliveries as they are told on the topic {@code notifications}, keyed by the order's id or the SKU. */
final class DeliveryEvents {
    private static final String TOPIC = "notifications";

    private DeliveryEvents() {}

    static Event of(Delivery delivery, Result result) {
        var type = result.isSent() ? "duplex.NotificationSent.v1" : "duplex.NotificationFailed.v1";
        var about = new Aggregate("notification", delivery.id().toString(), delivery.version() + 1);
        var event = Event.of(type, TOPIC, about, result.isSent() ? sent(delivery) : failed(delivery, result))
                .causedBy(delivery.eventId().toString());
        if (delivery.orderId() != null) {
            return event.keyedBy(delivery.orderId().toString()).partOf(delivery.orderId());
        }
        return delivery.sku() == null ? event : event.keyedBy(delivery.sku());
    }

    private static NotificationSent sent(Delivery delivery) {
        return new NotificationSent(
                delivery.id(),
                delivery.orderId(),
                delivery.sku(),
                delivery.customerId(),
                delivery.channel(),
                delivery.template().id(),
                delivery.eventId());
    }

    private static NotificationFailed failed(Delivery delivery, Result result) {
        return new NotificationFailed(
                delivery.id(),
                delivery.orderId(),
                delivery.sku(),
                delivery.customerId(),
                delivery.channel(),
                delivery.template().id(),
                delivery.eventId(),
                delivery.attempt(),
                result.retryInMillis() != null,
                result.detail());
    }
}
