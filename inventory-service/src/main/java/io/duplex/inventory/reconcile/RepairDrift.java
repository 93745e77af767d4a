package io.duplex.inventory.reconcile;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.reconcile.OrderClient.Order;
import io.duplex.inventory.reconcile.Report.Finding;
import io.duplex.inventory.reservation.CorrectReservation;
import io.duplex.inventory.reservation.ReservedLine;
import io.duplex.inventory.stock.StockChange.Note;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the repairs of some drifts, each in a transaction of its own: first books, then what depends on them. */
@ApplicationScoped
class RepairDrift {
    private static final String DISPATCHING =
            "SELECT status = 'DISPATCHING' AS is_leaving FROM shipment WHERE order_id = $1 FOR UPDATE";

    private final Database database;
    private final SettleBooks settleBooks;
    private final CorrectReservation correctReservation;
    private final Orders orders;

    RepairDrift(Database database, SettleBooks settleBooks, CorrectReservation correctReservation, Orders orders) {
        this.database = database;
        this.settleBooks = settleBooks;
        this.correctReservation = correctReservation;
        this.orders = orders;
    }

    /** What became of each, in their order. */
    Uni<List<Finding>> repair(List<Drift> drifts, String actor) {
        return settle(drifts, actor).chain(settled -> Multi.createFrom()
                .iterable(drifts)
                .onItem()
                .transformToUniAndConcatenate(drift ->
                        repair(drift, settled.get(drift.sku()), actor).map(outcome -> new Finding(drift, outcome)))
                .collect()
                .asList());
    }

    /** One SKU's drifts are set right together. */
    private Uni<Map<String, Outcome>> settle(List<Drift> drifts, String actor) {
        var skus = drifts.stream()
                .filter(drift -> drift.kind().isOfBooks())
                .map(drift -> Objects.requireNonNull(drift.sku()))
                .distinct();
        return Multi.createFrom()
                .items(skus)
                .onItem()
                .transformToUniAndConcatenate(
                        sku -> settleBooks.settle(sku, actor).map(outcome -> Map.entry(sku, outcome)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Uni<Outcome> repair(Drift drift, @Nullable Outcome settled, String actor) {
        if (settled != null) {
            return Uni.createFrom().item(settled);
        }
        var note = new Note(actor, "reconciled: " + drift.kind(), drift.reference());
        return repair(drift, note)
                .onFailure(failure -> failure instanceof Problem || failure instanceof OrdersUnreachable)
                .recoverWithItem(Outcome.REFUSED);
    }

    private Uni<Outcome> repair(Drift drift, Note note) {
        return switch (drift.kind().repair()) {
            case RESERVE_AGAIN -> reserve(drift, note);
            case SELL_RESERVATION ->
                end(drift, transaction -> correctReservation.sell(transaction, drift.orderId(), note));
            case RELEASE_RESERVATION -> release(drift, note);
            default -> Uni.createFrom().item(Outcome.REFUSED);
        };
    }

    private Uni<Outcome> release(Drift drift, Note note) {
        return end(drift, transaction -> correctReservation.release(transaction, drift.orderId(), note));
    }

    /**
     * Ended here or not, an order that has ended, has left or never was comes to no other state. What is being dispatched
     * is left to order-service's answer, which ends the reservation, too.
     */
    private Uni<Outcome> end(Drift drift, Function<Transaction, Uni<Boolean>> ending) {
        return database.transaction(transaction -> transaction
                        .execute(DISPATCHING, drift.orderId())
                        .chain(rows -> Rows.first(rows, row -> row.getBoolean("is_leaving"))
                                        .orElse(false)
                                ? Uni.createFrom().item(false)
                                : ending.apply(transaction)))
                .map(ended -> ended ? Outcome.APPLIED : Outcome.GONE);
    }

    private Uni<Outcome> reserve(Drift drift, Note note) {
        return orders.one(drift.orderId()).chain(order -> order.filter(Order::isConfirmed)
                .map(confirmed -> reserve(confirmed, note).chain(() -> keepUnlessEnded(drift, note)))
                .orElseGet(() -> Uni.createFrom().item(Outcome.GONE)));
    }

    /** An order that has ended meanwhile may have said so when there was nothing to release yet. */
    private Uni<Outcome> keepUnlessEnded(Drift drift, Note note) {
        return orders.one(drift.orderId())
                .chain(order -> order.filter(one -> !one.hasEnded()).isPresent()
                        ? Uni.createFrom().item(Outcome.APPLIED)
                        : release(drift, note).replaceWith(Outcome.GONE))
                .onFailure(OrdersUnreachable.class)
                .recoverWithItem(Outcome.APPLIED);
    }

    private Uni<Void> reserve(Order order, Note note) {
        var lines = order.lines().stream()
                .map(line -> new ReservedLine(line.sku(), line.quantity()))
                .toList();
        return database.transaction(transaction -> correctReservation.reserve(transaction, order.id(), lines, note));
    }
}
