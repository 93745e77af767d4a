package io.duplex.inventory.reservation;

import java.util.List;
import java.util.UUID;

/** The fact that stock that was reserved for an order is available again. */
public record StockReleased(UUID orderId, List<ReservedLine> lines) {}
