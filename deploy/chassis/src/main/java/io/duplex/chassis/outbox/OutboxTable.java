package io.duplex.chassis.outbox;

import io.duplex.chassis.Ids;
import io.duplex.chassis.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The outbox and its lease as the relay sees them. One relay sends at a time; the lease's expiry is compared with the
 * database's clock only, and one statement renews it and reads.
 */
@Singleton
class OutboxTable {
    private static final String NEXT_BATCH =
            """
            WITH renewed AS (
              UPDATE outbox_lease SET holder = $1, expires_at = clock_timestamp() + interval '10 s'
               WHERE (holder = $1 AND expires_at < clock_timestamp() + interval '7 s') OR expires_at < clock_timestamp()
              RETURNING id),
            held AS (
              SELECT id FROM renewed
              UNION
              SELECT id FROM outbox_lease WHERE holder = $1 AND expires_at >= clock_timestamp())
            SELECT event.*, extract(epoch FROM clock_timestamp() - created_at)::float8 AS age FROM held
              LEFT JOIN LATERAL (
                SELECT * FROM outbox WHERE id <> ALL($3) ORDER BY id LIMIT $2) AS event ON true
             ORDER BY event.id
            """;

    private static final String BACKLOG =
            """
            SELECT (SELECT count(*) FROM (SELECT FROM outbox LIMIT %d) AS counted) AS unsent,
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - created_at)::float8
                               FROM outbox ORDER BY id LIMIT 1), 0) AS oldest
            """
                    .formatted(Backlog.COUNTED_UP_TO);

    private final Pool pool;
    private final String source;
    private final OutboxSettings settings;
    private final UUID holder = Ids.next();

    OutboxTable(Pool pool, OutboxSettings settings, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.pool = pool;
        this.settings = settings;
        this.source = "/duplex/" + service;
    }

    /**
     * The oldest unsent events; empty when another process holds the lease. Never a cursor: ids become visible late.
     *
     * @param sent what has been sent and is not yet removed
     */
    Uni<Optional<List<OutboxRow>>> nextBatch(List<OutboxRow> sent) {
        return pool.preparedQuery(NEXT_BATCH)
                .execute(Tuple.of(holder, settings.batchSize(), ids(sent)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(Rows.list(rows, row -> row).stream()
                                .filter(row -> row.getLong("id") != null)
                                .map(row -> OutboxRow.from(row, source))
                                .toList()));
    }

    Uni<Void> remove(List<OutboxRow> sent) {
        return pool.preparedQuery("DELETE FROM outbox WHERE id = ANY($1)")
                .execute(Tuple.of(ids(sent)))
                .replaceWithVoid();
    }

    private static Long[] ids(List<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::id).toArray(Long[]::new);
    }

    Uni<Void> giveUpLease() {
        return pool.preparedQuery("UPDATE outbox_lease SET expires_at = '-infinity' WHERE holder = $1")
                .execute(Tuple.of(holder))
                .replaceWithVoid();
    }

    /** One statement that costs the same however many events wait. */
    Uni<Backlog> backlog() {
        return pool.preparedQuery(BACKLOG)
                .execute()
                .map(rows -> backlog(rows.iterator().next()));
    }

    private static Backlog backlog(Row row) {
        return new Backlog(row.getLong("unsent"), seconds(row.getDouble("oldest")));
    }

    /** An interval as the database tells it; never negative, whatever has been done to its clock. */
    static Duration seconds(double interval) {
        return Duration.ofMillis(Math.max(0, Math.round(interval * 1_000)));
    }
}
