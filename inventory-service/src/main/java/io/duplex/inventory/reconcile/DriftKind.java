package io.duplex.inventory.reconcile;

/** What can differ that must not. */
public enum DriftKind {
    /** The ledger has rows of a SKU that has no level. */
    MOVEMENTS_WITHOUT_LEVEL(Repair.OPEN_LEVEL),
    /** There is stock of a SKU of which the ledger knows nothing. */
    LEVEL_WITHOUT_MOVEMENTS(Repair.COMPLETE_LEDGER),
    /** The balances after a row of the ledger do not follow from the row before it. */
    BALANCES_BROKEN(Repair.COMPLETE_LEDGER),
    /** What is on hand is not the ledger's sum, whose rows are all there. */
    ON_HAND_OFF_LEDGER(Repair.SET_LEVEL),
    /** What is reserved is neither what open reservations hold nor the ledger's sum. */
    RESERVED_OFF_RESERVATIONS(Repair.SET_LEVEL),
    /** LOW at or above the clear threshold, or OK after falling to the low one. */
    LOW_STATE_OFF_THRESHOLDS(Repair.JUDGE_LEVEL),
    /** The ledger has allocated less to an ACTIVE reservation than it promises. */
    ALLOCATION_MISSING(Repair.ALLOCATE),
    /** The ledger has allocated more to an ACTIVE reservation than it promises. */
    ALLOCATED_TOO_MUCH(Repair.RELEASE),
    /** The ledger has allocated stock to something that is no reservation of this SKU. */
    ALLOCATED_WITHOUT_RESERVATION(Repair.RELEASE),
    /** A reservation has ended, and the ledger has not released its stock. */
    ENDED_AND_STILL_ALLOCATED(Repair.RELEASE),
    /** The goods of a reservation have left, and the ledger has not sold them. */
    SALE_MISSING(Repair.SELL),
    /** The ledger has released more than it had allocated. */
    RELEASED_TOO_MUCH(Repair.ALLOCATE),
    /** An ACTIVE reservation whose order was cancelled or rejected, or has expired. */
    RESERVED_FOR_ENDED_ORDER(Repair.RELEASE_RESERVATION),
    /** An ACTIVE reservation whose order was shipped. */
    RESERVED_FOR_SHIPPED_ORDER(Repair.SELL_RESERVATION),
    /** An ACTIVE reservation of other SKUs, or of another number of pieces, than its CONFIRMED order has. */
    LINES_OFF_ORDER(Repair.DECIDE),
    /** An ACTIVE reservation whose order does not exist. */
    RESERVED_FOR_UNKNOWN_ORDER(Repair.RELEASE_RESERVATION),
    /** A CONFIRMED order that no ACTIVE reservation stands behind. */
    CONFIRMED_WITHOUT_RESERVATION(Repair.RESERVE_AGAIN);

    private final Repair repair;

    DriftKind(Repair repair) {
        this.repair = repair;
    }

    /** What sets it right. */
    public Repair repair() {
        return repair;
    }

    /** Whether it is about one SKU's books rather than an order's reservation. */
    boolean isOfBooks() {
        return !repair.isOfOrder();
    }
}
