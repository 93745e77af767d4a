package io.duplex.invoice;

import io.duplex.invoice.tax.TaxCategory;
import io.duplex.invoice.tax.TaxSubtotal;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that this transaction has locked, and what happened to its order.
 *
 * @param number none while it is a draft
 */
record LockedInvoice(
        UUID id,
        OrderFact fact,
        InvoiceStatus status,
        long version,
        String customerId,
        @Nullable String number,
        Money net,
        Money tax,
        Money gross,
        List<TaxSubtotal> taxes) {

    static LockedInvoice of(Row row, OrderFact fact, List<TaxSubtotal> taxes) {
        var currency = CurrencyUnit.of(row.getString("currency"));
        return new LockedInvoice(
                row.getUUID("id"),
                fact,
                InvoiceStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getString("customer_id"),
                row.getString("number"),
                Money.of(currency, row.getBigDecimal("net")),
                Money.of(currency, row.getBigDecimal("tax")),
                Money.of(currency, row.getBigDecimal("gross")),
                taxes);
    }

    /** The sums of its lines by category. */
    SortedMap<TaxCategory, Money> taxable() {
        var sums = new TreeMap<TaxCategory, Money>();
        taxes.forEach(part -> sums.put(part.category(), Money.of(net.getCurrencyUnit(), part.taxable())));
        return sums;
    }
}
