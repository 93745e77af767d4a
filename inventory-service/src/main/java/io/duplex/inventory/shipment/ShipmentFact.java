package io.duplex.inventory.shipment;

import io.duplex.chassis.events.Event;
import io.duplex.chassis.events.Event.Aggregate;

/** The facts about shipments: on the topic of shipments, under the order, as a part of its story. */
final class ShipmentFact {
    private ShipmentFact() {}

    static Event ready(Shipment shipment) {
        return of("ShipmentReady", shipment, new ShipmentReady(shipment.id(), shipment.orderId()));
    }

    static Event dispatched(Shipment shipment) {
        var number = shipment.trackingNumber().toString();
        return of("ShipmentDispatched", shipment, new ShipmentDispatched(shipment.id(), shipment.orderId(), number));
    }

    static Event delivered(Shipment shipment) {
        var number = shipment.trackingNumber().toString();
        return of("ShipmentDelivered", shipment, new ShipmentDelivered(shipment.id(), shipment.orderId(), number));
    }

    private static Event of(String name, Shipment shipment, Object data) {
        var about = new Aggregate("shipment", shipment.id().toString(), shipment.version());
        return Event.of("duplex." + name + ".v1", "shipments", about, data)
                .keyedBy(shipment.orderId().toString())
                .partOf(shipment.orderId());
    }
}
