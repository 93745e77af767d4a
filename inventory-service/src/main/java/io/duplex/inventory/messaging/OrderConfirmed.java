package io.duplex.inventory.messaging;

import java.util.Objects;
import java.util.UUID;

/** What this service uses of order-service's fact that an order was confirmed. */
record OrderConfirmed(UUID orderId) {
    OrderConfirmed {
        Objects.requireNonNull(orderId, "orderId");
    }
}
