package io.duplex.notification.message;

import java.util.UUID;

/** A fact that one customer is told. */
public sealed interface CustomerFact
        permits OrderConfirmed, OrderRejected, OrderCancelled, InvoiceIssued, CreditNoteIssued {
    /** The order that it belongs to. */
    UUID orderId();

    /** Who is told. */
    String customerId();
}
