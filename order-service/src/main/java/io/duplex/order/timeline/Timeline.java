package io.duplex.order.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.chassis.events.Received;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.duplex.order.OrderNotFound;
import io.duplex.order.OrderTransition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The timelines of all orders. A fact is kept once, however often it is told. */
@ApplicationScoped
public class Timeline {
    private static final String WRITE =
            """
            INSERT INTO timeline_fact (order_id, event_id, at, source, type, summary, causation_id)
            SELECT order_id, event_id, at, source, type, summary, causation_id
              FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[])
                   WITH ORDINALITY AS told (order_id, event_id, at, source, type, summary, causation_id, number)
             ORDER BY number
            ON CONFLICT DO NOTHING
            """;
    private static final String OF_ORDER =
            """
            SELECT fact.* FROM orders LEFT JOIN LATERAL (
              SELECT order_id, event_id, at, source, type, summary, causation_id, position
                FROM timeline_fact WHERE order_id = orders.id) AS fact ON true
             WHERE orders.id = $1 AND ($2::text IS NULL OR customer_id = $2)
             ORDER BY at, position
            """;
    /** An order may have ended before its timeline has heard so. What has not come after an hour does not come any more. */
    private static final String HAS_ENDED =
            """
            SELECT EXISTS (SELECT FROM timeline_fact WHERE order_id = orders.id AND type = ANY($3))
                   OR (status = ANY($4) AND updated_at < clock_timestamp() - interval '1 hour') AS has_ended
              FROM orders WHERE id = $1 AND ($2::text IS NULL OR customer_id = $2)
            """;

    private static final String SINCE =
            """
            SELECT (wanted.number - 1)::int AS wanted, fact.xid::text AS xid, fact.position, order_id, event_id, at, source,
                   type, summary, causation_id, fact.xid < pg_snapshot_xmin(pg_current_snapshot()) AS settled
              FROM unnest($1::uuid[], $2::text[], $3::bigint[]) WITH ORDINALITY AS wanted (id, xid, position, number)
              JOIN timeline_fact AS fact
                ON fact.order_id = wanted.id AND (fact.xid, fact.position) > (wanted.xid::xid8, wanted.position)
             ORDER BY fact.xid, fact.position
            """;

    private final Database database;

    Timeline(Database database) {
        this.database = database;
    }

    /** Keeps what events tell, in one statement; the item is which orders have something new. */
    public Uni<Set<UUID>> take(Transaction transaction, List<Received<JsonNode>> events) {
        var facts = events.stream().flatMap(Facts::of).toList();
        var orders = facts.stream().map(Fact::orderId).collect(Collectors.toSet());
        return facts.isEmpty()
                ? Uni.createFrom().item(orders)
                : transaction
                        .execute(
                                WRITE,
                                column(facts, Fact::orderId, UUID[]::new),
                                column(facts, Fact::eventId, String[]::new),
                                column(facts, fact -> fact.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                                column(facts, Fact::source, String[]::new),
                                column(facts, Fact::type, String[]::new),
                                column(facts, Fact::summary, String[]::new),
                                column(facts, Fact::causationId, String[]::new))
                        .replaceWith(orders);
    }

    /** All facts about an order, oldest first, if it is the customer's (null: anybody's); 404 otherwise. */
    public Uni<List<Fact>> of(UUID orderId, @Nullable String ownedBy) {
        return database.execute(OF_ORDER, orderId, ownedBy).map(rows -> {
            requireFound(rows);
            return Rows.list(rows, row -> row).stream()
                    .filter(row -> row.getString("event_id") != null)
                    .map(Fact::from)
                    .toList();
        });
    }

    /** Whether the last fact about an order is here, if it is the customer's (null: anybody's); 404 otherwise. */
    Uni<Boolean> hasEnded(UUID orderId, @Nullable String ownedBy) {
        return database.execute(
                        HAS_ENDED,
                        orderId,
                        ownedBy,
                        OrderTransition.lastFacts().toArray(String[]::new),
                        OrderTransition.ends().toArray(String[]::new))
                .invoke(Timeline::requireFound)
                .map(rows -> rows.iterator().next().getBoolean("has_ended"));
    }

    /** What each stream has not been told yet, in one statement for all of them, in the order in which it is to be told. */
    Uni<List<News>> since(List<OrderStream> streams) {
        return database.execute(
                        SINCE,
                        column(streams, OrderStream::orderId, UUID[]::new),
                        column(streams, stream -> stream.cursor().xid(), String[]::new),
                        column(streams, stream -> stream.cursor().position(), Long[]::new))
                .map(rows -> Rows.list(rows, row -> News.from(row, streams)));
    }

    private static void requireFound(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw OrderNotFound.problem();
        }
    }

    private static <T, C> Object column(List<T> rows, Function<T, @Nullable C> field, IntFunction<C[]> array) {
        return rows.stream().map(field).toArray(array);
    }
}
