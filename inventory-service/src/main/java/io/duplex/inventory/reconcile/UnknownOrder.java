package io.duplex.inventory.reconcile;

/** Order-service has no order with this id. */
class UnknownOrder extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownOrder() {
        super("unknown order", null, false, false);
    }
}
