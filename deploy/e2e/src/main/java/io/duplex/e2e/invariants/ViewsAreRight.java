package io.duplex.e2e.invariants;

import io.duplex.e2e.evidence.Evidence;
import io.duplex.e2e.evidence.Subscription;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** I9: each order's timeline has every fact about it, and each fact its cause; the sales figures follow from the orders. */
final class ViewsAreRight {
    private static final String TOLD =
            "SELECT order_id, event_id FROM timeline_fact WHERE type <> 'RequestAccepted' AND source LIKE '%-service'";
    private static final String WITHOUT_CAUSE =
            """
            SELECT order_id, type, coalesce(causation_id, 'no cause') FROM timeline_fact AS fact
             WHERE type <> 'RequestAccepted' AND source LIKE '%-service' AND NOT EXISTS (
               SELECT FROM timeline_fact AS cause
                WHERE cause.order_id = fact.order_id AND cause.event_id = fact.causation_id)
            """;
    private static final String FIGURES_OFF =
            """
            WITH counted AS (
              SELECT id, bucket, date_trunc(bucket, created_at, 'UTC') AS start, status, currency, total,
                     status IN ('CONFIRMED', 'SHIPPED', 'COMPLETED') AS sold
                FROM orders CROSS JOIN (VALUES ('hour'), ('day')) AS size (bucket)),
            due (bucket, start, measure, subject, amount) AS (
              SELECT bucket, start, 'orders', status, count(*) FROM counted GROUP BY 1, 2, 3, 4
              UNION ALL
              SELECT bucket, start, 'revenue', currency, sum(total) FROM counted WHERE sold GROUP BY 1, 2, 3, 4
              UNION ALL
              SELECT bucket, start, 'quantity', sku, sum(quantity) FROM counted JOIN order_line ON order_id = id
               WHERE sold GROUP BY 1, 2, 3, 4),
            kept AS (
              SELECT bucket, start, measure, subject, amount FROM sales_figure JOIN sales_model USING (generation)
               WHERE state = 'CURRENT' AND amount <> 0)
            SELECT bucket, start, measure, subject, 'due', due.amount, 'kept', kept.amount
              FROM due FULL JOIN kept USING (bucket, start, measure, subject)
             WHERE due.amount IS DISTINCT FROM kept.amount
            """;

    private ViewsAreRight() {}

    static List<Finding> check(Evidence evidence) {
        var told = new HashSet<>(evidence.databases().rows("orders", TOLD));
        var happened = happened(evidence);
        return Stream.of(
                        Finding.none("a fact in its order's timeline (order, event)", without(happened, told)),
                        Finding.none("nothing else in a timeline (order, event)", without(told, happened)),
                        Finding.none(
                                "a cause in the same timeline (order, type, cause)",
                                evidence.databases().rows("orders", WITHOUT_CAUSE)),
                        Finding.none(
                                "sales figures as the orders are",
                                evidence.databases().rows("orders", FIGURES_OFF)))
                .flatMap(List::stream)
                .toList();
    }

    private static Set<String> happened(Evidence evidence) {
        var topics = Subscription.ALL.stream()
                .filter(Subscription::looksOn)
                .map(Subscription::topic)
                .collect(Collectors.toSet());
        return evidence.sequences().facts().stream()
                .filter(fact -> topics.contains(fact.topic()) && !fact.order().isEmpty())
                .map(fact -> fact.order() + " " + fact.id())
                .collect(Collectors.toSet());
    }

    private static List<String> without(Set<String> all, Set<String> others) {
        return all.stream().filter(Predicate.not(others::contains)).toList();
    }
}
