package io.duplex.inventory.reservation;

/** Where a reservation stands. */
public enum ReservationStatus {
    /** The stock is promised. */
    ACTIVE,
    /** The goods have left. */
    COMMITTED,
    /** The order was cancelled; the stock is available again. */
    RELEASED,
    /** It ran out; the stock is available again. */
    EXPIRED,
    /** There was not enough stock; nothing was promised. */
    REJECTED
}
