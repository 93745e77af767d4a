package io.duplex.invoice;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.invoice.tax.TaxCategory;
import io.duplex.invoice.tax.TaxRates;
import io.duplex.invoice.tax.TaxSubtotal;
import io.duplex.invoice.tax.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The calculation rules of EN 16931, section 6.4.2, hold for any basket. */
class BasketTotalsTest {
    private static final TaxRates RATES = category -> switch (category) {
        case STANDARD -> new BigDecimal("19.00");
        case REDUCED -> new BigDecimal("7.00");
        case ZERO -> new BigDecimal("0.00");
    };

    @Property
    void netIsTheSumOfTheLines(@ForAll("baskets") NewOrder basket) { // BR-CO-10, BR-CO-13
        assertThat(totals(basket).net().getAmount())
                .isEqualByComparingTo(sum(basket.lines().stream()
                        .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
                        .toList()));
    }

    @Property
    void taxIsTheSumOfTheCategories(@ForAll("baskets") NewOrder basket) { // BR-CO-14
        var totals = totals(basket);

        assertThat(totals.tax().getAmount())
                .isEqualByComparingTo(
                        sum(totals.subtotals().stream().map(TaxSubtotal::tax).toList()));
    }

    @Property
    void grossIsNetAndTax(@ForAll("baskets") NewOrder basket) { // BR-CO-15
        var totals = totals(basket);

        assertThat(totals.gross()).isEqualTo(totals.net().plus(totals.tax()));
    }

    @Property
    void eachCategoryIsTaxedOnItsSum(@ForAll("baskets") NewOrder basket) { // BR-CO-17
        var minorDigits = basket.currency().getDecimalPlaces();

        assertThat(totals(basket).subtotals()).allSatisfy(part -> {
            var exact = part.taxable().multiply(part.rate()).divide(BigDecimal.valueOf(100));
            assertThat(part.tax()).isEqualTo(exact.setScale(minorDigits, RoundingMode.HALF_UP));
        });
    }

    @Property
    void theCategoriesShareTheNetAmong(@ForAll("baskets") NewOrder basket) { // BR-S-8, BR-Z-8
        var totals = totals(basket);

        assertThat(totals.subtotals())
                .extracting(TaxSubtotal::category)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(sum(totals.subtotals().stream().map(TaxSubtotal::taxable).toList()))
                .isEqualByComparingTo(totals.net().getAmount());
    }

    @Provide
    Arbitrary<NewOrder> baskets() {
        return Arbitraries.of("EUR", "GBP", "JPY").map(CurrencyUnit::of).flatMap(currency -> line(currency)
                .list()
                .ofMinSize(1)
                .ofMaxSize(100)
                .map(lines -> new NewOrder(new UUID(0, 1), "c-1", currency, "DE", Instant.EPOCH, lines)));
    }

    private static Arbitrary<DocumentLine> line(CurrencyUnit currency) {
        var prices = Arbitraries.longs().between(0, 10_000_000).map(minor -> Money.ofMinor(currency, minor));
        var categories = Arbitraries.of(Arrays.asList(TaxCategory.values()));
        return Combinators.combine(Arbitraries.integers().between(1, 10_000), prices, categories)
                .as((quantity, price, category) -> DocumentLine.of("SKU", "Name", quantity, price, category));
    }

    private static Totals totals(NewOrder basket) {
        return Totals.of(basket.taxable(), RATES);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(ZERO, BigDecimal::add);
    }
}
