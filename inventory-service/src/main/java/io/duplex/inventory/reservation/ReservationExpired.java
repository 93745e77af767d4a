package io.duplex.inventory.reservation;

import java.util.List;
import java.util.UUID;

/** The fact that a reservation has run out: stock that was reserved for an order is available again. */
public record ReservationExpired(UUID orderId, List<ReservedLine> lines) {}
