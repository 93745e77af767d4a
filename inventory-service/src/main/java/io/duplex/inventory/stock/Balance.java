package io.duplex.inventory.stock;

/** What is on hand and how much of it is reserved, at one point of a SKU's ledger. */
record Balance(long onHand, long reserved) {

    /** What a change adds. */
    static Balance of(StockChange change) {
        return new Balance(change.onHand(), change.reserved());
    }

    Balance plus(Balance more) {
        return new Balance(onHand + more.onHand, reserved + more.reserved);
    }

    /** Whether no more is reserved than is on hand, and no less than nothing. */
    boolean isLegal() {
        return onHand >= reserved && reserved >= 0;
    }

    long available() {
        return onHand - reserved;
    }
}
