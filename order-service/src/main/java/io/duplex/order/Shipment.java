package io.duplex.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an order leaves.
 *
 * @param id inventory-service's shipment
 * @param actor who dispatched it, for the audit
 */
record Shipment(UUID id, String actor) {

    static @Nullable UUID idOf(@Nullable Shipment shipment) {
        return shipment == null ? null : shipment.id();
    }

    static @Nullable String actorOf(@Nullable Shipment shipment) {
        return shipment == null ? null : shipment.actor();
    }
}
