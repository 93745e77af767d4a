package io.duplex.inventory.reconcile;

/** How a drift is set right. Each is written down in the ledger, with its reason and who asked for it. */
public enum Repair {
    /** The level is made anew, from its product, its ledger and its reservations. */
    OPEN_LEVEL,
    /** The level becomes what the ledger's sums and the reservations say. */
    SET_LEVEL,
    /** The level stays as it is, and the ledger, which is not whole, gets what it lacks. */
    COMPLETE_LEDGER,
    /** The low state is decided anew. */
    JUDGE_LEVEL,
    /** Stock is allocated that a reservation promises. */
    ALLOCATE,
    /** Stock is released that no reservation holds. */
    RELEASE,
    /** Stock is sold that has left. */
    SELL,
    /** The reservation is released, with its stock. */
    RELEASE_RESERVATION,
    /** The reservation is committed, and its stock sold. */
    SELL_RESERVATION,
    /** A person decides: both sides are whole, and nothing tells which is right. */
    DECIDE,
    /** The order's lines are reserved again, if there is stock. */
    RESERVE_AGAIN;

    /** Whether it is about an order's reservation rather than one SKU's books. */
    boolean isOfOrder() {
        return compareTo(RELEASE_RESERVATION) >= 0;
    }
}
