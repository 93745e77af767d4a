package io.duplex.inventory.reservation;

import io.duplex.chassis.events.Event;
import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.stock.StockChange;
import io.duplex.inventory.stock.StockLevels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

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
     * Locks until the transaction ends, in the order in which all that ends reservations locks: those of some orders that
     * are ACTIVE, then their levels, and with them the levels of other SKUs that the transaction goes on to change.
     */
    public Uni<Void> lock(Transaction transaction, Collection<UUID> orderIds, Collection<String> otherSkus) {
        return reservations
                .lock(transaction, orderIds)
                .chain(reserved -> levels.lock(
                        transaction,
                        Stream.concat(reserved.stream(), otherSkus.stream()).toList()))
                .replaceWithVoid();
    }

    /**
     * Releases the ACTIVE reservations of some orders; the others have nothing to give back.
     *
     * @param causes the id of the event that cancelled each order
     */
    public Uni<Void> release(Transaction transaction, Map<UUID, String> causes) {
        return reservations
                .end(transaction, causes.keySet(), ReservationStatus.RELEASED)
                .invoke(released -> transaction.passBy(causes.size() - released.size()))
                .call(released -> levels.change(
                        transaction,
                        released.stream().flatMap(ReleaseStock::releases).toList()))
                .chain(released -> transaction.publish(facts(released, causes)));
    }

    private static Stream<StockChange> releases(EndedReservation released) {
        return released.lines().stream()
                .map(line -> StockChange.release(line.sku(), line.quantity(), released.orderId()));
    }

    private static List<Event> facts(List<EndedReservation> released, Map<UUID, String> causes) {
        return released.stream()
                .map(one -> fact(one).causedBy(causes.get(one.orderId())))
                .toList();
    }

    static Event fact(EndedReservation released) {
        var data = new StockReleased(released.orderId(), released.lines());
        return ReservationFact.of("StockReleased", released.orderId(), released.version(), data);
    }
}
