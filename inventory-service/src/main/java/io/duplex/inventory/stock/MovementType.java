package io.duplex.inventory.stock;

/** Why stock changes. */
public enum MovementType {
    /** Goods came in. */
    RECEIPT,
    /** A correction by a signed quantity. */
    ADJUSTMENT,
    /** A stock-take: what is on hand was counted. */
    COUNT,
    /** Promised to an order: it stays on hand and is no longer available. */
    ALLOCATION,
    /** A promise that ended without a sale. */
    RELEASE,
    /** A promise that was kept: the goods have left. */
    SALE,
    /** Sold goods came back. */
    RETURN;

    /** Whether it changes what is reserved and leaves what is on hand. */
    boolean isPromise() {
        return this == ALLOCATION || this == RELEASE;
    }
}
