package io.duplex.order;

import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An order was cancelled before it was shipped. */
record OrderCancelled(
        UUID orderId, String customerId, Money total, @Nullable String reason, OrderStatus previousStatus) {}
