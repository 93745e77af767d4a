package io.duplex.order;

import java.util.UUID;
import org.joda.money.Money;

/** An order was confirmed, expired, shipped or completed: the event's type says which. */
record OrderChanged(UUID orderId, String customerId, Money total) {}
