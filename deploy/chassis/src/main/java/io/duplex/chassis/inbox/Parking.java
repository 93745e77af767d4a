package io.duplex.chassis.inbox;

import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where events wait behind a dead letter of their key. Whoever parks, releases or decides whether to park holds the lock
 * of the lane's row, so an event is either parked in order or handled after everything that was parked before it.
 */
@Singleton
class Parking {
    private static final String LOCK =
            """
            SELECT topic, key FROM parked_key
             WHERE consumer = $1 AND (topic, key) IN (SELECT * FROM unnest($2::text[], $3::text[]))
             ORDER BY topic, key FOR UPDATE
            """;
    /** A duplicate of a dead letter does not wait behind itself. */
    private static final String PARK =
            """
            INSERT INTO parked_event (consumer, event_id, topic, partition, "offset", key, headers, payload)
            SELECT $1, e.event_id, e.topic, e.partition, e."offset", e.key, e.headers, e.payload
              FROM unnest($2::uuid[], $3::text[], $4::int[], $5::bigint[], $6::text[], $7::text[], $8::bytea[])
                   WITH ORDINALITY AS e (event_id, topic, partition, "offset", key, headers, payload, position)
             WHERE NOT EXISTS (SELECT FROM dead_letter AS d WHERE d.consumer = $1 AND d.event_id = e.event_id)
             ORDER BY e.position
            ON CONFLICT DO NOTHING
            """;

    private static final String CLOSE =
            """
            INSERT INTO parked_key (consumer, topic, key) VALUES ($1, $2, $3)
            ON CONFLICT (consumer, topic, key) DO UPDATE SET released = false
            """;
    private static final String RELEASE =
            "UPDATE parked_key SET released = true WHERE consumer = $1 AND topic = $2 AND key = $3";
    private static final String OPEN = "DELETE FROM parked_key WHERE consumer = $1 AND topic = $2 AND key = $3";
    private static final String LOCK_RELEASED =
            "SELECT FROM parked_key WHERE consumer = $1 AND topic = $2 AND key = $3 AND released FOR UPDATE";
    private static final String NEXT =
            """
            SELECT * FROM parked_event WHERE consumer = $1 AND topic = $2 AND key = $3 ORDER BY position LIMIT $4
            """;

    private final DeliveryRows rows;

    Parking(DeliveryRows rows) {
        this.rows = rows;
    }

    /** An event that waits, and its place in the queue. */
    record Parked(long position, Delivery delivery) {}

    /** Those of the deliveries' lanes in which events wait; they stay locked until the transaction ends. */
    Uni<Set<Lane>> lock(Transaction transaction, String consumer, List<Delivery> deliveries) {
        var lanes = deliveries.stream()
                .map(Delivery::lane)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return transaction
                .execute(
                        LOCK,
                        consumer,
                        column(lanes, Lane::topic, String[]::new),
                        column(lanes, Lane::key, String[]::new))
                .map(found -> Rows.list(found, row -> new Lane(row.getString("topic"), row.getString("key"))).stream()
                        .collect(Collectors.toSet()));
    }

    /** Appends events to the queues of their lanes, in this order. */
    Uni<Void> park(Transaction transaction, String consumer, List<Delivery> deliveries) {
        return deliveries.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .execute(
                                PARK,
                                consumer,
                                column(deliveries, Delivery::eventId, UUID[]::new),
                                column(deliveries, Delivery::topic, String[]::new),
                                column(deliveries, Delivery::partition, Integer[]::new),
                                column(deliveries, Delivery::offset, Long[]::new),
                                column(deliveries, Delivery::key, String[]::new),
                                column(deliveries, delivery -> rows.write(delivery.headers()), String[]::new),
                                column(deliveries, Delivery::payload, Buffer[]::new))
                        .replaceWithVoid();
    }

    /** From now on, events of this lane are parked. */
    Uni<Void> close(Transaction transaction, String consumer, Lane lane) {
        return about(lane, transaction, consumer, CLOSE).replaceWithVoid();
    }

    /** From now on, what is parked in this lane may go on. */
    Uni<Void> release(Transaction transaction, String consumer, Lane lane) {
        return about(lane, transaction, consumer, RELEASE).replaceWithVoid();
    }

    /** Whether a lane is released; if so, it is locked until the transaction ends. */
    Uni<Boolean> lockReleased(Transaction transaction, String consumer, Lane lane) {
        return about(lane, transaction, consumer, LOCK_RELEASED).map(found -> found.rowCount() > 0);
    }

    /** The first events of a lane that is locked, in order. */
    Uni<List<Parked>> next(Transaction transaction, String consumer, Lane lane, int limit) {
        return transaction
                .execute(NEXT, consumer, lane.topic(), lane.key(), limit)
                .map(found -> Rows.list(found, this::parked));
    }

    /** Takes events that have been dealt with out of the queue. */
    Uni<Void> remove(Transaction transaction, List<Parked> events) {
        return transaction
                .execute("DELETE FROM parked_event WHERE position = ANY($1)", (Object)
                        column(events, Parked::position, Long[]::new))
                .replaceWithVoid();
    }

    /** Opens a locked lane in which nothing waits any more: its events flow again. */
    Uni<Void> open(Transaction transaction, String consumer, Lane lane) {
        return about(lane, transaction, consumer, OPEN).replaceWithVoid();
    }

    private static Uni<RowSet<Row>> about(Lane lane, Transaction transaction, String consumer, String sql) {
        return transaction.execute(sql, consumer, lane.topic(), lane.key());
    }

    private Parked parked(Row row) {
        return new Parked(row.getLong("position"), rows.read(row));
    }

    private static <T, C> C[] column(List<T> of, Function<T, @Nullable C> field, IntFunction<C[]> array) {
        return of.stream().map(field).toArray(array);
    }
}
