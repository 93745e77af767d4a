package io.duplex.order.catalogue;

/** Inventory-service has answered, and not with what it was asked for. */
class InventoryRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    InventoryRefused(int status) {
        super("inventory-service answers " + status, null, false, false);
        this.status = status;
    }

    /** Whether it says itself that it cannot answer now. */
    boolean isForNow() {
        return status == 503 || status == 429;
    }
}
