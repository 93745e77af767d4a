package io.duplex.inventory.reservation;

import io.duplex.chassis.events.Event;
import io.duplex.chassis.events.Event.Aggregate;
import java.util.UUID;

/** How facts about reservations are addressed: to the topic of reservations, under the order, as a part of its story. */
final class ReservationFact {
    private ReservationFact() {}

    static Event of(String name, UUID orderId, long version, Object data) {
        var about = new Aggregate("reservation", orderId.toString(), version);
        return Event.of("duplex." + name + ".v1", "reservations", about, data).partOf(orderId);
    }
}
