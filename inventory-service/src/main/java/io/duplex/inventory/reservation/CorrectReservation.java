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
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Brings a reservation in line with its order, when the events that should have done it have not. */
@ApplicationScoped
public class CorrectReservation {
    private static final String RELEASE =
            """
            WITH released AS (
              UPDATE reservation SET status = 'RELEASED', expires_at = NULL,
                                     version = version + 1, updated_at = clock_timestamp()
               WHERE order_id = $1 AND status = 'ACTIVE' RETURNING order_id, version)
            SELECT version, sku, quantity FROM released LEFT JOIN reservation_line USING (order_id) ORDER BY sku
            """;
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
    private final ReservationSettings settings;

    CorrectReservation(StockLevels levels, ReservationSettings settings) {
        this.levels = levels;
        this.settings = settings;
    }

    /** Releases what is ACTIVE for an order; whether anything was. */
    public Uni<Boolean> release(Transaction transaction, UUID orderId, Note note) {
        return transaction
                .execute(RELEASE, orderId)
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : release(transaction, orderId, Rows.list(rows, Function.identity()), note)
                                .replaceWith(true));
    }

    /** Promises stock to an order; 409 when there is too little, or when the order has its stock or has been shipped. */
    public Uni<Void> reserve(Transaction transaction, UUID orderId, List<ReservedLine> lines, Note note) {
        return transaction
                .execute(RESERVE, orderId, (double) settings.ttl().toSeconds(), Correlation.requestId())
                .map(rows ->
                        Rows.first(rows, row -> row.getLong("version")).orElseThrow(CorrectReservation::notMissing))
                .call(() -> levels.change(transaction, changes(lines, MovementType.ALLOCATION, 1, note)))
                .call(() -> transaction.execute("DELETE FROM reservation_line WHERE order_id = $1", orderId))
                .call(() -> transaction.execute(
                        LINES,
                        orderId,
                        lines.stream().map(ReservedLine::sku).toArray(String[]::new),
                        lines.stream().map(ReservedLine::quantity).toArray(Long[]::new)))
                .chain(version ->
                        tell(transaction, "StockReserved", orderId, version, new StockReserved(orderId, lines)));
    }

    private Uni<Void> release(Transaction transaction, UUID orderId, List<Row> rows, Note note) {
        var lines = rows.stream()
                .filter(row -> row.getString("sku") != null)
                .map(row -> new ReservedLine(row.getString("sku"), row.getLong("quantity")))
                .toList();
        var version = rows.get(0).getLong("version");
        return levels.change(transaction, changes(lines, MovementType.RELEASE, -1, note))
                .chain(() -> tell(transaction, "StockReleased", orderId, version, new StockReleased(orderId, lines)));
    }

    private static List<StockChange> changes(List<ReservedLine> lines, MovementType type, int sign, Note note) {
        return lines.stream()
                .map(line -> new StockChange(line.sku(), type, 0, sign * line.quantity(), note))
                .toList();
    }

    private static Uni<Void> tell(Transaction transaction, String fact, UUID orderId, long version, Object data) {
        return transaction.publish(ReservationFact.of(fact, orderId, version, data));
    }

    private static Problem notMissing() {
        return Problem.conflict("stock-not-missing", "The order has its stock, or has been shipped.");
    }
}
