package io.duplex.inventory.reconcile;

/** What became of a proposed repair. */
public enum Outcome {
    /** Nothing: it was not asked for. */
    PROPOSED,
    /** It was made. */
    APPLIED,
    /** It was no longer needed. */
    GONE,
    /** It cannot be made as things are: there is too little stock, or no such product. */
    REFUSED
}
