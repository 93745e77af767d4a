package io.duplex.notification.message;

import java.util.UUID;
import org.joda.money.Money;

/** An order was cancelled. The reason is left out: a person may have written anything there. */
public record OrderCancelled(UUID orderId, String customerId, Money total) implements CustomerFact {}
