package io.duplex.inventory.shipment;

/** Where a shipment stands. */
public enum ShipmentStatus {
    /** The order is confirmed; the goods may leave. */
    READY,
    /** A clerk sends it, and order-service has not agreed yet. */
    DISPATCHING,
    /** The goods have left. */
    DISPATCHED,
    /** The goods have arrived. */
    DELIVERED,
    /** The order ended before the goods left. */
    CANCELLED
}
