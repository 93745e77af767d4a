package io.duplex.inventory.shipment;

import io.duplex.chassis.Ids;
import io.duplex.chassis.http.Correlation;
import io.duplex.chassis.http.Problem;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes shipments: any number by one statement, each only from where it must stand. */
@ApplicationScoped
class Shipments {
    private static final String FIND = "SELECT * FROM shipment WHERE id = $1";
    private static final String INSERT =
            """
            INSERT INTO shipment (id, order_id)
            SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS confirmed (id, order_id) ORDER BY order_id
            ON CONFLICT (order_id) DO NOTHING RETURNING *
            """;
    private static final String BEGIN =
            """
            UPDATE shipment SET status = 'DISPATCHING', dispatched_by = $2, dispatch_request = $4,
                                ask_again_at = clock_timestamp() + make_interval(secs => $3),
                                version = version + 1, updated_at = clock_timestamp()
             WHERE id = $1 AND status = 'READY'
            """;
    private static final String MOVE =
            """
            WITH locked AS MATERIALIZED (
              SELECT id FROM shipment WHERE %s = ANY($1) AND status = $2 ORDER BY order_id FOR UPDATE)
            UPDATE shipment SET status = $3, ask_again_at = NULL,
                                version = version + 1, updated_at = clock_timestamp()
              FROM locked WHERE shipment.id = locked.id AND status = $2
            RETURNING shipment.*
            """;
    private static final String MOVE_BY_ID = MOVE.formatted("id");
    private static final String MOVE_BY_ORDER = MOVE.formatted("order_id");
    private static final String LOCK_BY_ORDER =
            "SELECT FROM shipment WHERE order_id = ANY($1) ORDER BY order_id FOR UPDATE";
    private static final String CLAIM_UNSETTLED =
            """
            UPDATE shipment SET ask_again_at = clock_timestamp() + make_interval(secs => $1)
             WHERE id = ANY(ARRAY(
               SELECT id FROM shipment WHERE ask_again_at <= now()
                ORDER BY ask_again_at LIMIT $2 FOR UPDATE SKIP LOCKED))
            RETURNING *
            """;
    private static final String OLDEST_DISPATCHING =
            """
            SELECT coalesce(extract(epoch FROM clock_timestamp() - min(updated_at)), 0)::float8 AS seconds
              FROM shipment WHERE ask_again_at IS NOT NULL
            """;
    private static final String LABEL =
            """
            UPDATE shipment SET labelled_at = clock_timestamp(), version = version + 1, updated_at = clock_timestamp()
             WHERE id = $1 AND labelled_at IS NULL
            """;

    private final Database database;
    private final double askAgainAfterSeconds;

    Shipments(Database database, ShipmentSettings settings) {
        this.database = database;
        this.askAgainAfterSeconds = settings.askAgainAfter().toMillis() / 1_000.0;
    }

    /** A shipment as it stands; 404 when there is none. */
    Uni<Shipment> one(UUID id) {
        return database.execute(FIND, id)
                .map(rows -> Rows.first(rows, Shipment::from).orElseThrow(Shipments::unknown));
    }

    /** Adds a READY shipment for each order that has none yet; only these. */
    Uni<List<Shipment>> insert(Transaction transaction, Collection<UUID> orderIds) {
        var ids = orderIds.stream().map(order -> Ids.next()).toArray(UUID[]::new);
        return transaction
                .execute(INSERT, ids, orderIds.toArray(UUID[]::new))
                .map(rows -> Rows.list(rows, Shipment::from));
    }

    /** Locks the shipments of some orders until the transaction ends. */
    Uni<Void> lockThoseOf(Transaction transaction, Collection<UUID> orderIds) {
        return transaction
                .execute(LOCK_BY_ORDER, (Object) orderIds.toArray(UUID[]::new))
                .replaceWithVoid();
    }

    /** READY becomes DISPATCHING, by the request at hand; what stands elsewhere stays there. */
    Uni<Void> begin(Transaction transaction, UUID id, String clerk) {
        return transaction
                .execute(BEGIN, id, clerk, askAgainAfterSeconds, Correlation.requestId())
                .replaceWithVoid();
    }

    /** Moves those shipments that stand where they must; only these. */
    Uni<List<Shipment>> move(Transaction transaction, Collection<UUID> ids, ShipmentStatus from, ShipmentStatus to) {
        return transaction
                .execute(MOVE_BY_ID, ids.toArray(UUID[]::new), from.name(), to.name())
                .map(rows -> Rows.list(rows, Shipment::from));
    }

    /** Moves those shipments of some orders that stand where they must; only these. */
    Uni<List<Shipment>> moveThoseOf(
            Transaction transaction, Collection<UUID> orderIds, ShipmentStatus from, ShipmentStatus to) {
        return transaction
                .execute(MOVE_BY_ORDER, orderIds.toArray(UUID[]::new), from.name(), to.name())
                .map(rows -> Rows.list(rows, Shipment::from));
    }

    /** Some shipments that have been DISPATCHING for too long; nobody else gets them before they have been so again. */
    Uni<List<Shipment>> claimUnsettled(int atMost) {
        return database.execute(CLAIM_UNSETTLED, askAgainAfterSeconds, (long) atMost)
                .map(rows -> Rows.list(rows, Shipment::from));
    }

    /** For how many seconds the shipment that has been DISPATCHING for longest has not changed; 0 when there is none. */
    Uni<Double> oldestDispatching() {
        return database.execute(OLDEST_DISPATCHING)
                .map(rows -> Rows.first(rows, row -> row.getDouble("seconds")).orElseThrow());
    }

    /** Notes that a label was printed. */
    Uni<Void> label(UUID id) {
        return database.execute(LABEL, id).replaceWithVoid();
    }

    /** The refusal of an id that no shipment has. */
    static Problem unknown() {
        return Problem.notFound("shipment-not-found", "There is no shipment with this id.");
    }
}
