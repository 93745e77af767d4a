package io.duplex.local.replay;

/** What {@code replay --help} says about its rules. */
final class HelpText {
    static final String SUMMARY =
            "Feeds the order history of FILE.csv to a running suite through its gateway," + " as its clients would.";

    static final String RULES =
            """

            File: the columns InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID and Country
            in any order and case, with comma or semicolon; other columns are ignored; UTF-8 (with or without byte
            order mark) or Windows-1252; with semicolons a price may be written 2,55. Orders are replayed in the order
            in which the file completes them; InvoiceDate is not used.

            Products: missing ones are created with the description and price of first sight, category STANDARD; of
            each, the pieces that the whole file needs and 10 to spare are received.

            Orders: one per invoice number, with the idempotency key replay-<InvoiceNo>: what an earlier run has placed
            is not placed again. Rows of one SKU and price are summed; rows of one SKU at another price go into an
            order <InvoiceNo>-2 (-3, ...), so that the net total is the file's. No customer: the customer is guest; the
            first one named counts for the whole invoice. A country that is not known ships to GB.

            Cancellations: an InvoiceNo that begins with C cancels the latest order before it that has the same
            customer, SKUs and quantities and can still be cancelled.

            Left out, and counted by reason: rows with broken-quote, wrong-column-count, invalid-invoice-number,
            invalid-sku (not [A-Za-z0-9][A-Za-z0-9._-]{0,63}), invalid-quantity, invalid-price (no number, or finer than
            the currency), invalid-customer, other-customer, quantity-not-positive, quantity-not-negative (in a
            cancellation), price-not-positive; orders with too-many-lines (over 100) or quantity-over-limit (over
            10 000 pieces of one SKU), and with no-rows-left; cancellations with nothing-to-cancel.

            429 and 503 are obeyed (Retry-After), lost connections tried again, each with the same key.

            Exit code: 0 when all that should have gone through did, 1 when something did not, 2 when the command line
            or the file cannot be used.
            """;

    private HelpText() {}
}
