package io.duplex.inventory.reconcile;

/** Order-service has not said what was asked of it. */
class OrdersUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OrdersUnreachable(Throwable cause) {
        super("order-service gave no answer", cause, false, false);
    }
}
