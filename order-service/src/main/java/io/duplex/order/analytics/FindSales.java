package io.duplex.order.analytics;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.order.OrderStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads sales figures by one statement, whose work depends on the range alone. */
@ApplicationScoped
public class FindSales {
    private static final String FIND =
            """
            WITH figure AS NOT MATERIALIZED (
              SELECT measure, start, subject, amount FROM sales_figure
               WHERE generation = (SELECT generation FROM sales_model WHERE state = 'CURRENT')
                 AND bucket = $1 AND start >= $2 AND start < $3)
            SELECT measure, start, subject, amount FROM figure WHERE measure IN ('orders', 'revenue') AND amount <> 0
            UNION ALL
            (SELECT measure, $2, subject, sum(amount) FROM figure WHERE measure = 'quantity'
              GROUP BY measure, subject HAVING sum(amount) > 0
              ORDER BY sum(amount) DESC, subject COLLATE "C" LIMIT $4)
            """;

    private final Database database;

    FindSales(Database database) {
        this.database = database;
    }

    /** The sales of a range, with so many products at most. */
    public Uni<Sales> find(SalesRange range, int top) {
        return database.execute(FIND, range.size().word(), range.from(), range.to(), top)
                .map(rows -> sales(range, Rows.list(rows, Figure::from)));
    }

    private static Sales sales(SalesRange range, List<Figure> figures) {
        var byStart = figures.stream().collect(groupingBy(Figure::start));
        var buckets = range.starts().stream()
                .map(OffsetDateTime::toInstant)
                .map(start -> bucket(start, byStart.getOrDefault(start, List.of())))
                .toList();
        var skus = of("quantity", figures)
                .sorted(comparing(Figure::amount).reversed().thenComparing(Figure::subject))
                .map(figure -> new Sales.TopSku(figure.subject(), figure.count()))
                .toList();
        return new Sales(range.size().word(), buckets, skus);
    }

    private static Sales.Bucket bucket(Instant start, List<Figure> figures) {
        Map<OrderStatus, Long> byStatus = of("orders", figures)
                .collect(
                        toMap(figure -> OrderStatus.valueOf(figure.subject()), Figure::count, Long::sum, TreeMap::new));
        var orders = byStatus.values().stream().mapToLong(Long::longValue).sum();
        var revenue = of("revenue", figures)
                .sorted(comparing(Figure::subject))
                .map(Figure::money)
                .toList();
        return new Sales.Bucket(start, orders, byStatus, revenue);
    }

    private static Stream<Figure> of(String measure, List<Figure> figures) {
        return figures.stream().filter(figure -> figure.measure().equals(measure));
    }

    /** A sum: of a bucket, or of the range with its beginning. */
    private record Figure(String measure, Instant start, String subject, BigDecimal amount) {
        static Figure from(Row row) {
            return new Figure(
                    row.getString("measure"),
                    row.getOffsetDateTime("start").toInstant(),
                    row.getString("subject"),
                    row.getBigDecimal("amount"));
        }

        long count() {
            return amount.longValueExact();
        }

        Money money() {
            return Money.of(CurrencyUnit.of(subject), amount);
        }
    }
}
