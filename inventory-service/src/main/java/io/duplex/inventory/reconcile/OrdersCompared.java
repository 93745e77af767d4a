package io.duplex.inventory.reconcile;

/** How far reservations were compared with orders. */
public enum OrdersCompared {
    /** All open ones. */
    ALL,
    /** Those for which there was time, and the newest first. */
    SOME,
    /** None, or not all: order-service gave no answer. */
    UNREACHABLE
}
