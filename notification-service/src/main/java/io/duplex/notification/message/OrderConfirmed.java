package io.duplex.notification.message;

import java.util.UUID;
import org.joda.money.Money;

/** Stock is reserved for all lines of an order. */
public record OrderConfirmed(UUID orderId, String customerId, Money total) implements CustomerFact {}
