package io.duplex.invoice;

import io.duplex.invoice.tax.TaxCategory;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An order as it was placed: what its invoice will say.
 *
 * @param lines at least one, in the order's currency
 * @param destinationCountry ISO 3166-1 alpha-2
 */
public record NewOrder(
        UUID orderId,
        String customerId,
        CurrencyUnit currency,
        String destinationCountry,
        Instant placedAt,
        List<DocumentLine> lines) {

    SortedMap<TaxCategory, Money> taxable() {
        var sums = new TreeMap<TaxCategory, Money>();
        lines.forEach(line -> sums.merge(line.taxCategory(), Money.of(currency, line.net()), Money::plus));
        return sums;
    }
}
