package io.duplex.order.messaging;

import io.duplex.order.Shortage;
import java.util.List;
import java.util.UUID;

/** What this service uses of inventory-service's fact. */
record StockRejected(UUID orderId, List<Shortage> shortages) {}
