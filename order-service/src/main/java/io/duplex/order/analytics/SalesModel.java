package io.duplex.order.analytics;

import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Keeps the sales figures. Of an order the highest version counts and what its creation tells is taken once, so states
 * may come in any order and any number of times. One statement takes any number of them: it writes what each order counts
 * for now, and adds the differences to what was before to the sums, each of which it changes once.
 */
@ApplicationScoped
public class SalesModel {
    private static final String TOLD =
            """
            WITH model AS (SELECT generation FROM sales_model ORDER BY generation FOR KEY SHARE),
            basket AS (
              SELECT order_id, jsonb_object_agg(sku, quantity) AS lines
                FROM unnest($7::uuid[], $8::text[], $9::int[]) AS line (order_id, sku, quantity) GROUP BY order_id),
            fact AS (
              SELECT order_id, max(version) AS version, (array_agg(status ORDER BY version DESC))[1] AS status,
                     date_trunc('hour', max(created_at), 'UTC') AS hour, max(currency) AS currency,
                     max(total) AS total, basket.lines
                FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::timestamptz[], $5::text[], $6::numeric[])
                     AS told (order_id, version, status, created_at, currency, total)
                LEFT JOIN basket USING (order_id) GROUP BY order_id, basket.lines)
            """;
    private static final String STORED =
            """
            WITH model AS (SELECT generation FROM sales_model WHERE state = 'BUILDING'),
            fact AS (
              SELECT id AS order_id, version, status, date_trunc('hour', created_at, 'UTC') AS hour, currency, total,
                     (SELECT jsonb_object_agg(sku, quantity) FROM order_line WHERE order_id = orders.id) AS lines
                FROM orders WHERE id > $1 AND id <= $2)
            """;
    private static final String KEEP =
            """
            , changed AS (
              INSERT INTO sales_order AS known (generation, order_id, version, status, hour, currency, total, lines)
              SELECT generation, order_id, version, status, hour, currency, total, lines FROM model CROSS JOIN fact
               ORDER BY generation, order_id
              ON CONFLICT (generation, order_id) DO UPDATE SET
                version = greatest(known.version, excluded.version),
                status = CASE WHEN known.version < excluded.version THEN excluded.status ELSE known.status END,
                hour = coalesce(known.hour, excluded.hour), lines = coalesce(known.lines, excluded.lines)
               WHERE known.version < excluded.version OR (known.hour IS NULL AND excluded.hour IS NOT NULL)
              RETURNING new.generation, new.status, new.hour, new.currency, new.total, new.lines,
                        old.status AS old_status, old.hour AS old_hour, old.lines AS old_lines),
            counted AS (
              SELECT generation, hour, status, currency, total, lines, 1 AS times FROM changed WHERE hour IS NOT NULL
              UNION ALL
              SELECT generation, old_hour, old_status, currency, total, old_lines, -1 FROM changed
               WHERE old_hour IS NOT NULL),
            sold AS (SELECT * FROM counted WHERE status IN ('CONFIRMED', 'SHIPPED', 'COMPLETED')),
            difference AS (
              SELECT generation, hour, 'orders' AS measure, status AS subject, times::numeric AS amount FROM counted
              UNION ALL
              SELECT generation, hour, 'revenue', currency, times * total FROM sold
              UNION ALL
              SELECT generation, hour, 'quantity', sku, times * quantity::numeric
                FROM sold CROSS JOIN jsonb_each_text(lines) AS line (sku, quantity))
            INSERT INTO sales_figure AS figure (generation, bucket, measure, start, subject, amount)
            SELECT generation, bucket, measure, date_trunc(bucket, hour, 'UTC'), subject, sum(amount)
              FROM difference CROSS JOIN (VALUES ('hour'), ('day')) AS size (bucket)
             GROUP BY 1, 2, 3, 4, 5 HAVING sum(amount) <> 0 ORDER BY 1, 2, 3, 4, subject COLLATE "C"
            ON CONFLICT (generation, bucket, measure, start, subject) DO UPDATE SET
              amount = figure.amount + excluded.amount
            """;

    /** Takes over what events have told, into each generation of the model. */
    public Uni<Void> take(Transaction transaction, List<OrderState> states) {
        var lines = states.stream().flatMap(SalesModel::linesOf).toList();
        return transaction
                .execute(
                        TOLD + KEEP,
                        column(states, OrderState::orderId, UUID[]::new),
                        column(states, OrderState::version, Long[]::new),
                        column(states, state -> state.status().name(), String[]::new),
                        column(states, OrderState::createdAt, OffsetDateTime[]::new),
                        column(states, state -> state.total().getCurrencyUnit().getCode(), String[]::new),
                        column(states, state -> state.total().getAmount(), BigDecimal[]::new),
                        column(lines, LineOf::orderId, UUID[]::new),
                        column(lines, line -> line.line().sku(), String[]::new),
                        column(lines, line -> line.line().quantity(), Integer[]::new))
                .replaceWithVoid();
    }

    /**
     * Takes over orders as they are stored, into the generation that is being built.
     *
     * @param after exclusive
     * @param upTo inclusive
     */
    Uni<Void> takeStored(Transaction transaction, UUID after, UUID upTo) {
        return transaction.execute(STORED + KEEP, after, upTo).replaceWithVoid();
    }

    private record LineOf(UUID orderId, OrderState.Line line) {}

    private static Stream<LineOf> linesOf(OrderState state) {
        return state.lines().stream().map(line -> new LineOf(state.orderId(), line));
    }

    private static <T, C> Object column(List<T> rows, Function<T, C> field, IntFunction<C[]> array) {
        return rows.stream().map(field).toArray(array);
    }
}
