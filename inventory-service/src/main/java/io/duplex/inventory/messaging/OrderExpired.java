package io.duplex.inventory.messaging;

import java.util.Objects;
import java.util.UUID;

/** What this service uses of order-service's fact that an order has expired. */
record OrderExpired(UUID orderId) {
    OrderExpired {
        Objects.requireNonNull(orderId, "orderId");
    }
}
