package io.duplex.order.messaging;

import java.util.UUID;

/** What this service uses of inventory-service's fact. */
record ReservationExpired(UUID orderId) {}
