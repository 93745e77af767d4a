package io.duplex.inventory.reservation;

import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
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
              INSERT INTO reservation (order_id, status, expires_at)
              SELECT order_id, status, CASE status WHEN 'ACTIVE' THEN clock_timestamp() + make_interval(secs => $3) END
                FROM unnest($1::uuid[], $2::text[]) AS outcome (order_id, status))
            INSERT INTO reservation_line (order_id, sku, quantity, available_at_refusal)
            SELECT * FROM unnest($4::uuid[], $5::text[], $6::bigint[], $7::bigint[])
            """;
    private static final String RELEASE =
            """
            WITH locked AS MATERIALIZED (
              SELECT order_id FROM reservation WHERE order_id = ANY($1) AND status = 'ACTIVE'
               ORDER BY order_id FOR UPDATE),
            released AS (
              UPDATE reservation SET status = 'RELEASED', expires_at = NULL,
                                     version = version + 1, updated_at = clock_timestamp()
                FROM locked WHERE reservation.order_id = locked.order_id AND status = 'ACTIVE'
              RETURNING reservation.order_id, version)
            SELECT order_id, version, sku, quantity FROM released JOIN reservation_line USING (order_id)
             ORDER BY order_id, sku
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
                        column(lines, OutcomeLine::availableAtRefusal).toArray(Long[]::new))
                .replaceWithVoid();
    }

    /** Ends those reservations of some orders that are ACTIVE; only these. */
    Uni<List<Released>> release(Transaction transaction, Collection<UUID> orderIds) {
        return transaction
                .execute(RELEASE, (Object) orderIds.toArray(UUID[]::new))
                .map(rows -> Rows.list(rows, Function.<Row>identity()).stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getUUID("order_id"), LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(Released::from)
                        .toList());
    }

    private static <S, T> Stream<T> column(List<S> rows, Function<S, T> field) {
        return rows.stream().map(field);
    }
}
