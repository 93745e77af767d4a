package io.duplex.invoice;

import java.util.UUID;

/** An order has no invoice although its draft comes first in its topic: no later attempt can succeed by itself. */
class InvoiceMissing extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    InvoiceMissing(UUID orderId) {
        super("order " + orderId + " has no invoice");
    }
}
