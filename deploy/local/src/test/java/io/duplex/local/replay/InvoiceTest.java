package io.duplex.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.local.replay.Basket.Line;
import io.duplex.local.replay.Entry.Row;
import io.duplex.local.replay.Entry.Unusable;
import java.util.Map;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvoiceTest {
    @Test
    void sumsRowsOfOneSkuAndPrice() {
        var verdict = judge(row("A", 2, "3.50"), row("B", 1, "1.00"), row("A", 3, "3.50"));

        assertThat(verdict.baskets()).hasSize(1);
        assertThat(verdict.baskets().get(0).lines()).containsExactly(line("A", 5, "3.50"), line("B", 1, "1.00"));
        assertThat(verdict.baskets().get(0).rows()).isEqualTo(3);
    }

    @Test
    void splitsRowsOfOneSkuAtOtherPrices() {
        var verdict = judge(row("A", 2, "3.50"), row("A", 3, "3.00"), row("B", 1, "1.00"), row("A", 1, "2.50"));

        assertThat(verdict.baskets()).extracting(Basket::reference).containsExactly("1", "1-2", "1-3");
        assertThat(Money.total(verdict.baskets().stream().map(Basket::total).toList()))
                .isEqualTo(Money.parse("GBP 19.50"));
    }

    @Test
    void givesRowsWithoutCustomerToAGuest() {
        assertThat(judge(row("A", 1, "1.00", null)).baskets())
                .extracting(Basket::customer)
                .containsExactly("guest");
    }

    @Test
    void letsTheFirstNamedCustomerCount() {
        var verdict = judge(row("A", 1, "1.00", null), row("B", 1, "1.00", "c-2"), row("C", 1, "1.00", "c-3"));

        assertThat(verdict.baskets()).extracting(Basket::customer).containsExactly("c-2");
        assertThat(verdict.skippedRows()).isEqualTo(Map.of(SkipReason.OTHER_CUSTOMER, 1));
    }

    @Test
    void keepsAnOrderAtTheLimits() {
        var rows = IntStream.range(0, 100)
                .mapToObj(i -> row("S" + i, 10_000, "1.00"))
                .toArray(Entry[]::new);

        assertThat(judge(rows).baskets()).hasSize(1);
    }

    @Test
    void skipsAnOrderOfTooManyLines() {
        var rows =
                IntStream.range(0, 101).mapToObj(i -> row("S" + i, 1, "1.00")).toArray(Entry[]::new);

        var verdict = judge(rows);

        assertThat(verdict.baskets()).isEmpty();
        assertThat(verdict.skippedRows()).isEqualTo(Map.of(SkipReason.TOO_MANY_LINES, 101));
        assertThat(verdict.skippedOrders()).isEqualTo(Map.of(SkipReason.TOO_MANY_LINES, 1));
    }

    @Test
    void skipsAnOrderOfTooManyPieces() {
        var verdict = judge(row("A", 9_999, "1.00"), row("A", 2, "1.00"));

        assertThat(verdict.skippedOrders()).isEqualTo(Map.of(SkipReason.QUANTITY_OVER_LIMIT, 1));
        assertThat(verdict.rows()).isEqualTo(2);
    }

    @Test
    void skipsAnOrderWithoutUsableRows() {
        var verdict = judge(new Unusable("1", SkipReason.INVALID_SKU));

        assertThat(verdict.baskets()).isEmpty();
        assertThat(verdict.skippedOrders()).isEqualTo(Map.of(SkipReason.NO_ROWS_LEFT, 1));
    }

    @Test
    void matchesContentsWhateverTheirOrder() {
        var one = judge(row("A", 2, "1.00"), row("B", 1, "1.00")).baskets().get(0);
        var same = judge(row("B", 1, "2.00"), row("A", 2, "1.00")).baskets().get(0);
        var other = judge(row("A", 1, "1.00"), row("B", 2, "1.00")).baskets().get(0);

        assertThat(one.contents()).isEqualTo(same.contents()).isNotEqualTo(other.contents());
    }

    private static Verdict judge(Entry... entries) {
        var invoice = new Invoice("1");
        for (var entry : entries) {
            invoice.add(entry);
        }
        return invoice.judge();
    }

    private static Row row(String sku, long quantity, String price) {
        return row(sku, quantity, price, "c-1");
    }

    private static Row row(String sku, long quantity, String price, @Nullable String customer) {
        return new Row("1", sku, "name of " + sku, quantity, Money.parse("GBP " + price), customer, "France");
    }

    private static Line line(String sku, long quantity, String price) {
        return new Line(sku, "name of " + sku, quantity, Money.parse("GBP " + price));
    }
}
