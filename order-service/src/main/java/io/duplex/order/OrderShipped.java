package io.duplex.order;

import java.util.UUID;
import org.joda.money.Money;

/** An order has left, by this shipment. */
record OrderShipped(UUID orderId, String customerId, Money total, UUID shipmentId) {}
