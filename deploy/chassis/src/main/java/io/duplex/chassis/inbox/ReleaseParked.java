package io.duplex.chassis.inbox;

import io.duplex.chassis.inbox.Parking.Parked;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.SqlFailures;
import io.duplex.chassis.sql.Transaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Handles what is parked in a released lane, in order, a few events to a transaction; the transaction that handles the
 * last one opens the lane again. An event that fails on its way out becomes the lane's next dead letter.
 */
@ApplicationScoped
class ReleaseParked {
    private static final Logger LOG = Logger.getLogger(ReleaseParked.class);
    private static final int AT_ONCE = 100;

    private final Inbox inbox;
    private final Storage storage;

    ReleaseParked(Inbox inbox, Storage storage) {
        this.inbox = inbox;
        this.storage = storage;
    }

    /** Goes on where a process that was killed has stopped. */
    void start(@Observes StartupEvent event) {
        storage.database()
                .execute("SELECT consumer, topic, key FROM parked_key WHERE released")
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(Rows.list(found, row -> row)))
                .onItem()
                .transformToUniAndConcatenate(row ->
                        release(row.getString("consumer"), new Lane(row.getString("topic"), row.getString("key"))))
                .subscribe()
                .with(ignored -> {}, failure -> LOG.error("Released events stay parked until the next start", failure));
    }

    /** Releases a lane if its dead letter is closed; the item is how many events went on. */
    Uni<Integer> release(String consumer, Lane lane) {
        return inbox.find(consumer).map(known -> release(known, lane, AT_ONCE)).orElseGet(() -> Uni.createFrom()
                .item(0));
    }

    private Uni<Integer> release(Consumer consumer, Lane lane, int atOnce) {
        return storage.database()
                .transaction(transaction -> releaseSome(transaction, consumer, lane, atOnce))
                .onFailure(failure -> !SqlFailures.isTransient(failure))
                .recoverWithUni(failure -> releaseFewer(consumer, lane, atOnce, failure))
                .chain(released -> released.goOn()
                        ? release(consumer, lane, AT_ONCE).map(more -> released.events() + more)
                        : Uni.createFrom().item(released.events()));
    }

    private record Released(int events, boolean goOn) {}

    private Uni<Released> releaseSome(Transaction transaction, Consumer consumer, Lane lane, int atOnce) {
        var parking = storage.parking();
        return parking.lockReleased(transaction, consumer.name(), lane)
                .chain(released -> released
                        ? parking.next(transaction, consumer.name(), lane, atOnce)
                                .call(next -> consumer.handle(transaction, deliveries(next)))
                                .call(next -> parking.remove(transaction, next))
                                .call(next -> next.size() < atOnce
                                        ? parking.open(transaction, consumer.name(), lane)
                                        : Uni.createFrom().voidItem())
                                .map(next -> new Released(next.size(), next.size() == atOnce))
                        : Uni.createFrom().item(new Released(0, false)));
    }

    private Uni<Released> releaseFewer(Consumer consumer, Lane lane, int atOnce, Throwable failure) {
        return atOnce > 1
                ? release(consumer, lane, atOnce / 2).map(events -> new Released(events, false))
                : storage.database()
                        .transaction(transaction -> buryFirst(transaction, consumer, lane, Reasons.of(failure)));
    }

    private Uni<Released> buryFirst(Transaction transaction, Consumer consumer, Lane lane, String reason) {
        return firstOf(transaction, consumer, lane)
                .call(first -> storage.parking().remove(transaction, first))
                .chain(first -> first.isEmpty()
                        ? Uni.createFrom().item(false)
                        : storage.bury(
                                transaction, consumer.name(), first.get(0).delivery(), reason))
                .replaceWith(new Released(0, false));
    }

    private Uni<List<Parked>> firstOf(Transaction transaction, Consumer consumer, Lane lane) {
        return storage.parking()
                .lockReleased(transaction, consumer.name(), lane)
                .chain(released -> released
                        ? storage.parking().next(transaction, consumer.name(), lane, 1)
                        : Uni.createFrom().item(List.of()));
    }

    private static List<Delivery> deliveries(List<Parked> parked) {
        return parked.stream().map(Parked::delivery).toList();
    }
}
