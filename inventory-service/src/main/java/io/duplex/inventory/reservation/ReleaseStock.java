package io.duplex.inventory.reservation;

import io.duplex.chassis.events.Event;
import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.stock.StockLevels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes back what was promised to orders that have been cancelled. */
@ApplicationScoped
public class ReleaseStock {
    private final StockLevels levels;
    private final Reservations reservations;

    ReleaseStock(StockLevels levels, Reservations reservations) {
        this.levels = levels;
        this.reservations = reservations;
    }

    /**
     * Releases the ACTIVE reservations of some orders; the others have nothing to give back.
     *
     * @param causes the id of the event that cancelled each order
     */
    public Uni<Void> release(Transaction transaction, Map<UUID, String> causes) {
        return reservations
                .release(transaction, causes.keySet())
                .invoke(released -> transaction.passBy(causes.size() - released.size()))
                .call(released -> levels.change(
                        transaction,
                        released.stream().flatMap(Released::releases).toList()))
                .chain(released -> transaction.publish(facts(released, causes)));
    }

    private static List<Event> facts(List<Released> released, Map<UUID, String> causes) {
        return released.stream().map(one -> one.fact(causes.get(one.orderId()))).toList();
    }
}
