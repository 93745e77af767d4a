package io.duplex.local.replay;

import java.util.Locale;

/** Why rows, orders or cancellations of the file are left out; the report counts them under {@link #word()}. */
enum SkipReason {
    WRONG_COLUMN_COUNT,
    BROKEN_QUOTE,
    INVALID_INVOICE_NUMBER,
    INVALID_SKU,
    INVALID_QUANTITY,
    INVALID_PRICE,
    INVALID_CUSTOMER,
    OTHER_CUSTOMER,
    PRICE_NOT_POSITIVE,
    QUANTITY_NOT_POSITIVE,
    QUANTITY_NOT_NEGATIVE,
    TOO_MANY_LINES,
    QUANTITY_OVER_LIMIT,
    NO_ROWS_LEFT,
    NOTHING_TO_CANCEL;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
