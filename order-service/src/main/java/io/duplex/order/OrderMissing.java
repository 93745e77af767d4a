package io.duplex.order;

import java.util.UUID;

/** A fact about an order that was never placed here. */
public class OrderMissing extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    OrderMissing(UUID order) {
        super("there is no order " + order);
    }
}
