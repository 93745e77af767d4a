package io.duplex.notification.message;

import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An order was refused because stock is short. */
public record OrderRejected(UUID orderId, String customerId, Money total, @Nullable List<Shortage> shortages)
        implements CustomerFact {

    public OrderRejected {
        shortages = shortages == null ? List.of() : List.copyOf(shortages);
    }

    /** What is short, in pieces. */
    public record Shortage(String sku, long requested, long available) {}
}
