package io.duplex.order;

/** What was known of the stock when the order was accepted. */
public enum Availability {
    /** The catalogue view or inventory-service said that there is enough. */
    CONFIRMED,
    /** Inventory-service could not be asked; the reservation will tell. */
    ASSUMED
}
