package io.duplex.order;

import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/** An order's stock could not be reserved. */
record OrderRejected(UUID orderId, String customerId, Money total, String reason, List<Shortage> shortages) {}
