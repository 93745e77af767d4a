package io.duplex.inventory.messaging;

import java.util.Objects;
import java.util.UUID;

/** What this service uses of order-service's fact that an order was shipped. */
record OrderShipped(UUID orderId, UUID shipmentId) {
    OrderShipped {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(shipmentId, "shipmentId");
    }
}
