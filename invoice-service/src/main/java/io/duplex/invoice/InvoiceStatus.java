package io.duplex.invoice;

/** Where an invoice stands. DISCARDED and CREDITED are terminal: whatever comes for them is passed by. */
public enum InvoiceStatus {
    /** Made with the order; nothing is owed yet. */
    DRAFT,
    /** Has its number and is owed. */
    ISSUED,
    /** The order came to nothing before it was confirmed. */
    DISCARDED,
    /** Issued, and taken back by a credit note. */
    CREDITED
}
