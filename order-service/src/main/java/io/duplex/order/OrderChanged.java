package io.duplex.order;

import java.util.UUID;
import org.joda.money.Money;

/** An order was confirmed, has expired or is completed: the event's type says which. */
record OrderChanged(UUID orderId, String customerId, Money total) {}
