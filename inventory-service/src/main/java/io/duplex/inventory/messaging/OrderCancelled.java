package io.duplex.inventory.messaging;

import java.util.Objects;
import java.util.UUID;

/** What this service uses of order-service's fact that an order was cancelled. */
record OrderCancelled(UUID orderId) {
    OrderCancelled {
        Objects.requireNonNull(orderId, "orderId");
    }
}
