package io.duplex.local.replay;

import io.duplex.local.replay.Books.Happening;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Draws the report from the books and from what has become of the orders. */
record Conclusion(Books books, List<Outcome> outcomes) {

    /**
     * Adds it all up.
     *
     * @param ordering how long the placing took
     * @param all how long the run took
     */
    Report report(Demand demand, Duration ordering, Duration all) {
        return new Report(
                books.rows(),
                orders(),
                books.skippedRows().toMap(),
                books.skippedOrders().toMap(),
                outcomes.stream()
                        .mapToLong(outcome -> outcome.invoices().size())
                        .sum(),
                sums(standing().map(Outcome::total)),
                totals(demand),
                work(),
                speed(ordering),
                books.retries().toMap(),
                books.failures(),
                all.toMillis());
    }

    private Report.Orders orders() {
        var byStatus =
                outcomes.stream().collect(Collectors.groupingBy(Outcome::status, TreeMap::new, Collectors.counting()));
        return new Report.Orders(
                outcomes.size(),
                standing().count(),
                byStatus.getOrDefault("REJECTED", 0L),
                byStatus.getOrDefault("CANCELLED", 0L),
                books.skippedOrders().total(),
                byStatus.getOrDefault("PENDING", 0L),
                books.countOf(Happening.ALREADY_PLACED),
                standing().filter(outcome -> !outcome.invoicedRightly()).count(),
                byStatus);
    }

    private Report.Totals totals(Demand demand) {
        return new Report.Totals(
                demand.net(),
                sums(outcomes.stream().map(Outcome::total)),
                sums(standing().flatMap(outcome -> outcome.invoices().stream()).map(IssuedInvoice::net)));
    }

    private Report.Work work() {
        return new Report.Work(
                books.countOf(Happening.CANCELLED),
                books.countOf(Happening.PRODUCT_CREATED),
                books.countOf(Happening.PRICE_CHANGED),
                books.countOf(Happening.UNKNOWN_COUNTRY));
    }

    private Report.Speed speed(Duration ordering) {
        var post = books.postLatency();
        var perSecond = Math.round(1e10 * post.samples() / Math.max(1, ordering.toNanos())) / 10.0;
        return new Report.Speed(perSecond, post, books.invoiceLatency());
    }

    private Stream<Outcome> standing() {
        return outcomes.stream().filter(Outcome::stands);
    }

    private static List<Money> sums(Stream<Money> amounts) {
        var byCurrency = amounts.collect(Collectors.toMap(
                Money::getCurrencyUnit, Function.<Money>identity(), Money::plus, TreeMap<CurrencyUnit, Money>::new));
        return List.copyOf(byCurrency.values());
    }
}
