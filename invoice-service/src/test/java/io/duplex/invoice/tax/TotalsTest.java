package io.duplex.invoice.tax;

import static io.duplex.invoice.tax.TaxCategory.REDUCED;
import static io.duplex.invoice.tax.TaxCategory.STANDARD;
import static io.duplex.invoice.tax.TaxCategory.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TotalsTest {
    private static final Map<TaxCategory, BigDecimal> RATES =
            Map.of(STANDARD, new BigDecimal("19.00"), REDUCED, new BigDecimal("7.00"), ZERO, new BigDecimal("0.00"));

    @Test
    void taxesTheSumOfACategoryAndNotItsLines() {
        var totals = totals(Map.of(STANDARD, Money.parse("EUR 0.08")));

        assertThat(totals.tax()).isEqualTo(Money.parse("EUR 0.02"));
        assertThat(totals.gross()).isEqualTo(Money.parse("EUR 0.10"));
    }

    @Test
    void roundsHalfUpToTheMinorUnit() {
        assertThat(totals(Map.of(REDUCED, Money.parse("EUR 0.50"))).tax()).isEqualTo(Money.parse("EUR 0.04"));
        assertThat(totals(Map.of(REDUCED, Money.parse("JPY 50"))).tax()).isEqualTo(Money.parse("JPY 4"));
    }

    @Test
    void keepsTheCategoriesApart() {
        var totals = totals(Map.of(
                ZERO, Money.parse("EUR 1.00"), STANDARD, Money.parse("EUR 10.00"), REDUCED, Money.parse("EUR 10.00")));

        assertThat(totals.subtotals())
                .containsExactly(
                        subtotal(STANDARD, "19.00", "10.00", "1.90"),
                        subtotal(REDUCED, "7.00", "10.00", "0.70"),
                        subtotal(ZERO, "0.00", "1.00", "0.00"));
        assertThat(totals.gross()).isEqualTo(Money.parse("EUR 23.60"));
    }

    private static Totals totals(Map<TaxCategory, Money> taxable) {
        return Totals.of(new TreeMap<>(taxable), category -> RATES.getOrDefault(category, BigDecimal.ZERO));
    }

    private static TaxSubtotal subtotal(TaxCategory category, String rate, String taxable, String tax) {
        return new TaxSubtotal(category, new BigDecimal(rate), new BigDecimal(taxable), new BigDecimal(tax));
    }
}
