package io.duplex.local.replay;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One record of the file: a row that can be used, or the reason why it cannot. */
sealed interface Entry {
    /** The number of the invoice that the record belongs to, as far as it can be told. */
    @Nullable
    String invoiceNo();

    /**
     * A row of an order, or of a cancellation.
     *
     * @param quantity positive, also in a cancellation
     * @param unitPrice positive
     * @param customer nothing where the file names none
     */
    record Row(
            String invoiceNo,
            String sku,
            String name,
            long quantity,
            Money unitPrice,
            @Nullable String customer,
            String country)
            implements Entry {}

    /** A row that is left out. */
    record Unusable(@Nullable String invoiceNo, SkipReason reason) implements Entry {}
}
