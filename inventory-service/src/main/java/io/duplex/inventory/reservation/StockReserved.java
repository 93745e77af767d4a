package io.duplex.inventory.reservation;

import java.util.List;
import java.util.UUID;

/** The fact that all of an order's stock is reserved. */
public record StockReserved(UUID orderId, List<ReservedLine> lines) {}
