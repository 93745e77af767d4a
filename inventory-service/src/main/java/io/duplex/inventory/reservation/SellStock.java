package io.duplex.inventory.reservation;

import static java.util.Objects.requireNonNull;

import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.stock.StockChange;
import io.duplex.inventory.stock.StockLevels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps the promise to orders whose goods leave: these are neither on hand nor reserved any more. */
@ApplicationScoped
public class SellStock {
    private final StockLevels levels;
    private final Reservations reservations;

    SellStock(StockLevels levels, Reservations reservations) {
        this.levels = levels;
        this.reservations = reservations;
    }

    /**
     * Commits the ACTIVE reservations of some orders; fails when one of them has none.
     *
     * @param clerks who dispatches each order
     */
    public Uni<Void> sell(Transaction transaction, Map<UUID, String> clerks) {
        return reservations
                .end(transaction, clerks.keySet(), ReservationStatus.COMMITTED)
                .invoke(committed -> requireAll(committed, clerks))
                .chain(committed -> levels.change(
                        transaction,
                        committed.stream()
                                .flatMap(one -> sales(one, requireNonNull(clerks.get(one.orderId()))))
                                .toList()))
                .replaceWithVoid();
    }

    private static void requireAll(List<EndedReservation> committed, Map<UUID, String> clerks) {
        if (committed.size() < clerks.size()) {
            throw new IllegalStateException("Shipped without reserved stock: among " + clerks.keySet());
        }
    }

    private static Stream<StockChange> sales(EndedReservation committed, String clerk) {
        return committed.lines().stream()
                .map(line -> StockChange.sale(line.sku(), line.quantity(), committed.orderId(), clerk));
    }
}
