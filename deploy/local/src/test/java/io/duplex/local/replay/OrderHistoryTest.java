package io.duplex.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderHistoryTest {
    private static final CurrencyUnit GBP = CurrencyUnit.of("GBP");
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void readsAnOrder() throws IOException {
        var baskets = baskets(HEADER + "1,A,CHAIR,2,today,3.50,c-1,France\n");

        assertThat(baskets).hasSize(1);
        assertThat(baskets.get(0))
                .isEqualTo(new Basket(
                        "1", "c-1", "France", false, List.of(new Basket.Line("A", "CHAIR", 2, gbp("3.50"))), 1));
    }

    @Test
    void toleratesAByteOrderMark() throws IOException {
        assertThat(baskets("\uFEFF" + HEADER + "1,A,CHAIR,2,today,3.50,c-1,France\n"))
                .hasSize(1);
    }

    @Test
    void findsColumnsInAnyOrderAndCaseBesideOthers() throws IOException {
        var baskets = baskets(
                """
                country;UNITPRICE;Colour;customerid;quantity;invoicedate;description;STOCKCODE;invoiceno
                France;3,50;red;c-1;2;today;CHAIR, OAK;A;1
                """);

        assertThat(baskets.get(0).lines()).containsExactly(new Basket.Line("A", "CHAIR, OAK", 2, gbp("3.50")));
    }

    @Test
    void namesTheMissingColumn() {
        assertThatThrownBy(() -> baskets("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,CustomerID,Country\n"))
                .isInstanceOf(UnusableHistory.class)
                .hasMessageContaining("UnitPrice");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> baskets("")).isInstanceOf(UnusableHistory.class);
        assertThatThrownBy(() -> baskets("\n")).isInstanceOf(UnusableHistory.class);
    }

    @Test
    void countsEachUnusableRowByItsReason() throws IOException {
        var skipped = skippedRows(
                HEADER
                        + """
                1,A,CHAIR,2,today,3.50,c-1,France
                1,A,CHAIR,2,today,3.50,c-1
                1,"A,CHAIR,2,today,3.50,c-1,France
                ,A,CHAIR,2,today,3.50,c-1,France
                1,BANK CHARGES,CHAIR,2,today,3.50,c-1,France
                1,A,CHAIR,two,today,3.50,c-1,France
                1,A,CHAIR,2.5,today,3.50,c-1,France
                1,A,CHAIR,0,today,3.50,c-1,France
                1,A,CHAIR,2,today,free,c-1,France
                1,A,CHAIR,2,today,0.001,c-1,France
                1,A,CHAIR,2,today,0.00,c-1,France
                1,A,CHAIR,2,today,3.50,not me!,France
                1,A,CHAIR,2,today,3.50,c-2,France
                C2,A,CHAIR,2,today,3.50,c-1,France
                """);

        assertThat(skipped)
                .isEqualTo(Map.ofEntries(
                        Map.entry(SkipReason.WRONG_COLUMN_COUNT, 1),
                        Map.entry(SkipReason.BROKEN_QUOTE, 1),
                        Map.entry(SkipReason.INVALID_INVOICE_NUMBER, 1),
                        Map.entry(SkipReason.INVALID_SKU, 1),
                        Map.entry(SkipReason.INVALID_QUANTITY, 2),
                        Map.entry(SkipReason.QUANTITY_NOT_POSITIVE, 1),
                        Map.entry(SkipReason.INVALID_PRICE, 2),
                        Map.entry(SkipReason.PRICE_NOT_POSITIVE, 1),
                        Map.entry(SkipReason.INVALID_CUSTOMER, 1),
                        Map.entry(SkipReason.OTHER_CUSTOMER, 1),
                        Map.entry(SkipReason.QUANTITY_NOT_NEGATIVE, 1)));
    }

    @Test
    void losesOnlyTheLineOfABrokenQuote() throws IOException {
        var baskets = baskets(
                HEADER
                        + """
                1,"A,CHAIR,2,today,3.50,c-1,France
                2,A,CHAIR,2,today,3.50,c-1,France
                3,"A"x,CHAIR,2,today,3.50,c-1,France
                4,A,"CHAIR, OAK",2,today,3.50,c-1,France
                5,A,"CHAIR,2,today,3.50,c-1,France
                """);

        assertThat(baskets).extracting(Basket::reference).containsExactly("2", "4");
    }

    @Test
    void readsAQuotedValueOverTwoLines() throws IOException {
        var baskets = baskets(HEADER + "1,A,\"CHAIR,\nOAK\",2,today,3.50,c-1,France\n");

        assertThat(baskets.get(0).lines()).extracting(Basket.Line::name).containsExactly("CHAIR, OAK");
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        var file = folder.resolve("orders.csv");
        Files.writeString(file, HEADER + "1,A,£1 CHAIR,2,today,1,c-1,France\n", Charset.forName("windows-1252"));

        assertThat(baskets(file).get(0).lines()).extracting(Basket.Line::name).containsExactly("£1 CHAIR");
    }

    @Test
    void completesAnInvoiceWhoseRowsStandApart() throws IOException {
        var baskets = baskets(
                HEADER
                        + """
                1,A,CHAIR,2,today,3.50,c-1,France
                2,A,CHAIR,1,today,3.50,c-2,France
                1,B,TABLE,1,today,9.00,c-1,France
                """);

        assertThat(baskets).extracting(Basket::reference).containsExactly("2", "1");
        assertThat(baskets.get(1).lines()).hasSize(2);
    }

    private List<Basket> baskets(String content) throws IOException {
        return baskets(Files.writeString(folder.resolve("orders.csv"), content, StandardCharsets.UTF_8));
    }

    private static List<Basket> baskets(Path file) throws IOException {
        var baskets = new ArrayList<Basket>();
        OrderHistory.open(file, GBP).forEachInvoice(verdict -> baskets.addAll(verdict.baskets()));
        return baskets;
    }

    private Map<SkipReason, Integer> skippedRows(String content) throws IOException {
        var skipped = new TreeMap<SkipReason, Integer>();
        var file = Files.writeString(folder.resolve("orders.csv"), content);
        OrderHistory.open(file, GBP).forEachInvoice(verdict -> verdict.skippedRows()
                .forEach((reason, rows) -> skipped.merge(reason, rows, Integer::sum)));
        return skipped;
    }

    private static Money gbp(String amount) {
        return Money.parse("GBP " + amount);
    }
}
