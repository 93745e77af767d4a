package io.duplex.inventory.reservation;

import io.duplex.chassis.http.Correlation;
import io.duplex.chassis.http.Problem;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.stock.MovementType;
import io.duplex.inventory.stock.StockChange;
import io.duplex.inventory.stock.StockChange.Note;
import io.duplex.inventory.stock.StockLevels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Brings a reservation in line with its order, when the events that should have done it have not. */
@ApplicationScoped
public class CorrectReservation {
    private static final String RESERVE =
            """
            INSERT INTO reservation AS kept (order_id, status, expires_at, cause)
            VALUES ($1, 'ACTIVE', clock_timestamp() + make_interval(secs => $2), $3)
            ON CONFLICT (order_id) DO UPDATE
               SET status = 'ACTIVE', expires_at = excluded.expires_at, cause = excluded.cause,
                   version = kept.version + 1, updated_at = clock_timestamp()
             WHERE kept.status NOT IN ('ACTIVE', 'COMMITTED')
            RETURNING version
            """;
    private static final String LINES =
            """
            INSERT INTO reservation_line (order_id, sku, quantity)
            SELECT $1, sku, quantity FROM unnest($2::text[], $3::bigint[]) AS line (sku, quantity)
            """;

    private final StockLevels levels;
    private final Reservations reservations;
    private final ReservationSettings settings;

    CorrectReservation(StockLevels levels, Reservations reservations, ReservationSettings settings) {
        this.levels = levels;
        this.reservations = reservations;
        this.settings = settings;
    }

    /** Releases what is ACTIVE for an order; whether anything was. */
    public Uni<Boolean> release(Transaction transaction, UUID orderId, Note note) {
        return end(
                        transaction,
                        orderId,
                        ReservationStatus.RELEASED,
                        line -> new StockChange(line.sku(), MovementType.RELEASE, 0, -line.quantity(), note))
                .call(released -> transaction.publish(
                        released.stream().map(ReleaseStock::fact).toList()))
                .map(released -> !released.isEmpty());
    }

    /** Sells what is ACTIVE for an order; whether anything was. */
    public Uni<Boolean> sell(Transaction transaction, UUID orderId, Note note) {
        return end(
                        transaction,
                        orderId,
                        ReservationStatus.COMMITTED,
                        line -> new StockChange(
                                line.sku(), MovementType.SALE, -line.quantity(), -line.quantity(), note))
                .map(sold -> !sold.isEmpty());
    }

    /** Promises stock to an order; 409 when there is too little, or when the order has its stock or has been shipped. */
    public Uni<Void> reserve(Transaction transaction, UUID orderId, List<ReservedLine> lines, Note note) {
        return transaction
                .execute(RESERVE, orderId, (double) settings.ttl().toSeconds(), Correlation.requestId())
                .map(rows ->
                        Rows.first(rows, row -> row.getLong("version")).orElseThrow(CorrectReservation::notMissing))
                .call(() -> levels.change(transaction, allocations(lines, note)))
                .call(() -> transaction.execute("DELETE FROM reservation_line WHERE order_id = $1", orderId))
                .call(() -> transaction.execute(
                        LINES,
                        orderId,
                        lines.stream().map(ReservedLine::sku).toArray(String[]::new),
                        lines.stream().map(ReservedLine::quantity).toArray(Long[]::new)))
                .chain(version -> transaction.publish(
                        ReservationFact.of("StockReserved", orderId, version, new StockReserved(orderId, lines))));
    }

    private Uni<List<EndedReservation>> end(
            Transaction transaction,
            UUID orderId,
            ReservationStatus as,
            Function<ReservedLine, StockChange> changeOfLine) {
        return reservations
                .end(transaction, List.of(orderId), as)
                .call(ended -> levels.change(
                        transaction,
                        ended.stream()
                                .flatMap(one -> one.lines().stream())
                                .map(changeOfLine)
                                .toList()));
    }

    private static List<StockChange> allocations(List<ReservedLine> lines, Note note) {
        return lines.stream()
                .map(line -> new StockChange(line.sku(), MovementType.ALLOCATION, 0, line.quantity(), note))
                .toList();
    }

    private static Problem notMissing() {
        return Problem.conflict("stock-not-missing", "The order has its stock, or has been shipped.");
    }
}
