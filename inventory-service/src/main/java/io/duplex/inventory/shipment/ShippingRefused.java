package io.duplex.inventory.shipment;

/** Order-service has said no: this order cannot be shipped (any more). */
final class ShippingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShippingRefused() {
        super("the order cannot be shipped", null, false, false);
    }
}
