package io.duplex.order;

/** Where an order stands; how it gets from one to the other is {@link OrderTransition}'s to say. */
public enum OrderStatus {
    PENDING,
    CONFIRMED,
    REJECTED,
    CANCELLED,
    SHIPPED,
    COMPLETED,
    EXPIRED
}
