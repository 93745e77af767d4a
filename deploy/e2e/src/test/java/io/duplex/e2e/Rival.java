package io.duplex.e2e;

import org.jspecify.annotations.Nullable;

/** What races against a dispatch. */
enum Rival {
    /** The customer cancels. */
    CANCEL(null, "CANCELLED", "RELEASED"),
    /** The customer cancels, and now and then order-service dies between two steps. */
    CANCEL_AND_KILL_ORDER_SERVICE("order-service-1", "CANCELLED", "RELEASED"),
    /** The customer cancels, and now and then inventory-service dies between two steps. */
    CANCEL_AND_KILL_INVENTORY_SERVICE("inventory-service-1", "CANCELLED", "RELEASED"),
    /** The reservation runs out. */
    EXPIRY(null, "EXPIRED", "EXPIRED");

    /** Which service dies. */
    final @Nullable String victim;
    /** How an order ends that is not shipped, and its reservation. */
    final String end;

    final String reservation;

    Rival(@Nullable String victim, String end, String reservation) {
        this.victim = victim;
        this.end = end;
        this.reservation = reservation;
    }
}
