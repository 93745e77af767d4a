package io.duplex.inventory.reservation;

import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All reservations, one per order at most. */
@ApplicationScoped
public class Reservations implements PanacheRepositoryBase<Reservation, UUID> {
    private static final String KNOWN = "SELECT order_id FROM reservation WHERE order_id = ANY($1)";
    private static final String INSERT =
            """
            WITH reserved AS (
              INSERT INTO reservation (order_id, status, cause, expires_at)
              SELECT order_id, status, cause,
                     CASE status WHEN 'ACTIVE' THEN clock_timestamp() + make_interval(secs => $3) END
                FROM unnest($1::uuid[], $2::text[], $8::text[]) AS outcome (order_id, status, cause))
            INSERT INTO reservation_line (order_id, sku, quantity, available_at_refusal)
            SELECT * FROM unnest($4::uuid[], $5::text[], $6::bigint[], $7::bigint[])
            """;
    private static final String END_THOSE_LOCKED =
            """
            , ended AS (
              UPDATE reservation SET status = $1, expires_at = NULL,
                                     version = version + 1, updated_at = clock_timestamp()
                FROM locked WHERE reservation.order_id = locked.order_id AND status = 'ACTIVE'
              RETURNING reservation.order_id, version, cause)
            SELECT order_id, version, cause, sku, quantity FROM ended JOIN reservation_line USING (order_id)
             ORDER BY order_id, sku
            """;
    private static final String END =
            """
            WITH locked AS MATERIALIZED (
              SELECT order_id FROM reservation WHERE order_id = ANY($2) AND status = 'ACTIVE'
               ORDER BY order_id FOR UPDATE)
            """
                    + END_THOSE_LOCKED;
    private static final String END_DUE =
            """
            WITH locked AS MATERIALIZED (
              SELECT order_id FROM reservation WHERE expires_at <= now()
               ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)
            """
                    + END_THOSE_LOCKED;
    private static final String LOCK =
            """
            WITH locked AS MATERIALIZED (
              SELECT order_id FROM reservation WHERE order_id = ANY($1) AND status = 'ACTIVE'
               ORDER BY order_id FOR UPDATE)
            SELECT DISTINCT sku FROM locked JOIN reservation_line USING (order_id)
            """;
    private static final String HOLD =
            """
            UPDATE reservation SET expires_at = NULL, version = version + 1, updated_at = clock_timestamp()
             WHERE order_id = $1 AND status = 'ACTIVE'
            """;

    private final ReservationSettings settings;

    Reservations(ReservationSettings settings) {
        this.settings = settings;
    }

    /** The reservation of an order, whatever became of it; null when stock was never asked for it. */
    @WithSession
    public Uni<@Nullable Reservation> ofOrder(UUID orderId) {
        return find("from Reservation where orderId = ?1", orderId).firstResult();
    }

    Uni<Set<UUID>> known(Transaction transaction, List<Demand> demands) {
        return transaction
                .execute(KNOWN, (Object) demands.stream().map(Demand::orderId).toArray(UUID[]::new))
                .map(rows -> Set.copyOf(Rows.list(rows, row -> row.getUUID("order_id"))));
    }

    /** Keeps some outcomes; fails when there is one already for any of the orders. */
    Uni<Void> insert(Transaction transaction, List<Outcome> outcomes) {
        var lines = outcomes.stream().flatMap(OutcomeLine::of).toList();
        return transaction
                .execute(
                        INSERT,
                        column(outcomes, outcome -> outcome.demand().orderId()).toArray(UUID[]::new),
                        column(outcomes, outcome -> outcome.status().name()).toArray(String[]::new),
                        (double) settings.ttl().toSeconds(),
                        column(lines, OutcomeLine::orderId).toArray(UUID[]::new),
                        column(lines, OutcomeLine::sku).toArray(String[]::new),
                        column(lines, OutcomeLine::quantity).toArray(Long[]::new),
                        column(lines, OutcomeLine::availableAtRefusal).toArray(Long[]::new),
                        column(outcomes, outcome -> outcome.demand().cause()).toArray(String[]::new))
                .replaceWithVoid();
    }

    /** Locks those reservations of some orders that are ACTIVE until the transaction ends; the SKUs of their lines. */
    Uni<List<String>> lock(Transaction transaction, Collection<UUID> orderIds) {
        return transaction
                .execute(LOCK, (Object) orderIds.toArray(UUID[]::new))
                .map(rows -> Rows.list(rows, row -> row.getString("sku")));
    }

    /** Ends those reservations of some orders that are ACTIVE; only these. */
    Uni<List<EndedReservation>> end(Transaction transaction, Collection<UUID> orderIds, ReservationStatus as) {
        return transaction
                .execute(END, as.name(), orderIds.toArray(UUID[]::new))
                .map(Reservations::ended);
    }

    /** Ends some of those that have run out, and are not in the hands of another transaction. */
    Uni<List<EndedReservation>> endDue(Transaction transaction, int atMost) {
        return transaction
                .execute(END_DUE, ReservationStatus.EXPIRED.name(), (long) atMost)
                .map(Reservations::ended);
    }

    /**
     * Keeps what is promised to an order from running out until it is committed or released, since its goods are about to
     * leave; false when it is not ACTIVE (any more).
     */
    public Uni<Boolean> hold(Transaction transaction, UUID orderId) {
        return transaction.execute(HOLD, orderId).map(rows -> rows.rowCount() == 1);
    }

    private static List<EndedReservation> ended(RowSet<Row> rows) {
        return Rows.list(rows, Function.<Row>identity()).stream()
                .collect(Collectors.groupingBy(row -> row.getUUID("order_id"), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(EndedReservation::from)
                .toList();
    }

    private static <S, T> Stream<T> column(List<S> rows, Function<S, T> field) {
        return rows.stream().map(field);
    }
}
