package io.duplex.inventory.reservation;

import java.util.List;
import java.util.UUID;

/** The fact that nothing was reserved for an order, since some of it is short. */
public record StockRejected(UUID orderId, List<Shortage> shortages) {}
