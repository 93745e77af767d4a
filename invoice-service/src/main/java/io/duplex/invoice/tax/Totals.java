package io.duplex.invoice.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import org.joda.money.Money;

/**
 * What a document comes to, by the rules of EN 16931: tax is computed once per category on the sum of its lines, rounded
 * half up to the currency's minor unit (BR-CO-17); the totals are sums of these (BR-CO-13, 14, 15).
 *
 * @param net the sum of the lines
 * @param tax the sum of the subtotals' tax
 * @param gross net + tax
 * @param subtotals one per category, in the categories' order
 */
public record Totals(Money net, Money tax, Money gross, List<TaxSubtotal> subtotals) {

    /** The totals of lines that were summed up by category; there is at least one. */
    public static Totals of(SortedMap<TaxCategory, Money> taxable, TaxRates rates) {
        var net = Money.total(taxable.values());
        var subtotals = taxable.entrySet().stream()
                .map(sum -> subtotal(sum.getKey(), sum.getValue(), rates.of(sum.getKey())))
                .toList();
        var tax = Money.of(
                net.getCurrencyUnit(),
                subtotals.stream().map(TaxSubtotal::tax).reduce(BigDecimal.ZERO, BigDecimal::add));
        return new Totals(net, tax, net.plus(tax), subtotals);
    }

    private static TaxSubtotal subtotal(TaxCategory category, Money taxable, BigDecimal rate) {
        var tax = taxable.multipliedBy(rate.movePointLeft(2), RoundingMode.HALF_UP);
        return new TaxSubtotal(category, rate, taxable.getAmount(), tax.getAmount());
    }
}
