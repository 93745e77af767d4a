package io.duplex.order.analytics;

import io.duplex.embedded.DuplexTestResource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The sums of a span of time, one line each in a fixed order: as the model has them, and as they follow from the orders. */
final class Figures {
    private static final String KEPT =
            """
            SELECT concat_ws(' ', bucket, to_char(start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24'), measure, subject,
                             trim_scale(amount)) AS line
              FROM sales_figure JOIN sales_model USING (generation)
             WHERE state = 'CURRENT' AND start >= ?::timestamptz AND start < ?::timestamptz AND amount <> 0 ORDER BY line
            """;
    private static final String STORED =
            """
            WITH counted AS (
              SELECT id, bucket, date_trunc(bucket, created_at, 'UTC') AS start, status, currency, total,
                     status IN ('CONFIRMED', 'SHIPPED', 'COMPLETED') AS sold
                FROM orders CROSS JOIN (VALUES ('hour'), ('day')) AS size (bucket)
               WHERE created_at >= ?::timestamptz AND created_at < ?::timestamptz),
            figure (bucket, start, measure, subject, amount) AS (
              SELECT bucket, start, 'orders', status, count(*) FROM counted GROUP BY 1, 2, 3, 4
              UNION ALL
              SELECT bucket, start, 'revenue', currency, sum(total) FROM counted WHERE sold GROUP BY 1, 2, 3, 4
              UNION ALL
              SELECT bucket, start, 'quantity', sku, sum(quantity) FROM counted JOIN order_line ON order_id = id
               WHERE sold GROUP BY 1, 2, 3, 4)
            SELECT concat_ws(' ', bucket, to_char(start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24'), measure, subject,
                             trim_scale(amount)) AS line
              FROM figure ORDER BY line
            """;

    private Figures() {}

    static List<String> kept(OffsetDateTime from, OffsetDateTime to) {
        return lines(KEPT, from, to);
    }

    static List<String> ofStored(OffsetDateTime from, OffsetDateTime to) {
        return lines(STORED, from, to);
    }

    /** The generations of which anything is stored. */
    static List<String> generations() {
        return lines(
                """
                SELECT DISTINCT generation::text FROM sales_figure WHERE start >= ?::timestamptz AND start < ?::timestamptz
                """,
                OffsetDateTime.parse("2000-01-01T00:00:00Z"),
                OffsetDateTime.parse("2100-01-01T00:00:00Z"));
    }

    /** Changes something behind the model's back. */
    static void execute(String sql) {
        try (var connection = DuplexTestResource.postgres().connect("orders");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static List<String> lines(String sql, OffsetDateTime from, OffsetDateTime to) {
        try (var connection = DuplexTestResource.postgres().connect("orders");
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, from.toString());
            statement.setString(2, to.toString());
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
