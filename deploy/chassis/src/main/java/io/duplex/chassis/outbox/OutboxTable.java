package io.duplex.chassis.outbox;

import io.duplex.chassis.Ids;
import io.duplex.chassis.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
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
            SELECT event.* FROM held
              LEFT JOIN LATERAL (SELECT * FROM outbox ORDER BY id LIMIT $2) AS event ON true
             ORDER BY event.id
            """;

    private final Pool pool;
    private final String source;
    private final int batchSize;
    private final UUID holder = Ids.next();

    OutboxTable(
            Pool pool,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "outbox.batch-size", defaultValue = "500") int batchSize) {
        this.pool = pool;
        this.source = "/duplex/" + service;
        this.batchSize = batchSize;
    }

    /** The oldest unsent events; empty when another process holds the lease. Never a cursor: ids become visible late. */
    Uni<Optional<List<OutboxRow>>> nextBatch() {
        return pool.preparedQuery(NEXT_BATCH)
                .execute(Tuple.of(holder, batchSize))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(Rows.list(rows, row -> row).stream()
                                .filter(row -> row.getLong("id") != null)
                                .map(row -> OutboxRow.from(row, source))
                                .toList()));
    }

    Uni<Void> remove(List<OutboxRow> sent) {
        var ids = sent.stream().map(OutboxRow::id).toArray(Long[]::new);
        return pool.preparedQuery("DELETE FROM outbox WHERE id = ANY($1)")
                .execute(Tuple.of(ids))
                .replaceWithVoid();
    }

    Uni<Void> giveUpLease() {
        return pool.preparedQuery("UPDATE outbox_lease SET expires_at = '-infinity' WHERE holder = $1")
                .execute(Tuple.of(holder))
                .replaceWithVoid();
    }

    /** Wakes the holder in another process; never inside a business transaction, since it locks at commit. */
    Uni<Void> notifyHolder() {
        return pool.query("NOTIFY outbox").execute().replaceWithVoid();
    }
}
