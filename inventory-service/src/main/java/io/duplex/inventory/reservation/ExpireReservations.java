package io.duplex.inventory.reservation;

import io.duplex.chassis.Rounds;
import io.duplex.chassis.events.Event;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.stock.StockChange;
import io.duplex.inventory.stock.StockLevels;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Takes back what was promised to orders for too long. Replicas may do it at once: each leaves alone what another has in
 * hand. A reservation whose goods are being dispatched has no expiry, and so never runs out.
 */
@ApplicationScoped
class ExpireReservations {
    private static final Logger LOG = Logger.getLogger(ExpireReservations.class);
    private static final int AT_ONCE = 100;
    private static final String DUE = "SELECT FROM reservation WHERE expires_at <= now() LIMIT 1";

    private final Database database;
    private final StockLevels levels;
    private final Reservations reservations;
    private final ReservationSettings settings;
    private final Rounds rounds;

    ExpireReservations(
            Database database,
            StockLevels levels,
            Reservations reservations,
            ReservationSettings settings,
            Rounds rounds) {
        this.database = database;
        this.levels = levels;
        this.reservations = reservations;
        this.settings = settings;
        this.rounds = rounds;
    }

    void start(@Observes StartupEvent event) {
        rounds.begin("expire reservations", settings.expireEvery(), settings.expireEvery(), this::tryToExpire);
    }

    private Uni<Void> tryToExpire() {
        return Multi.createBy()
                .repeating()
                .uni(this::expireSome)
                .whilst(expired -> expired == AT_ONCE)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(failure -> LOG.warnf("Reservations that have run out stay for now: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Looks first: where there is nothing to do, there is no transaction either. */
    private Uni<Integer> expireSome() {
        return database.execute(DUE)
                .chain(due -> due.rowCount() == 0 ? Uni.createFrom().item(0) : database.transaction(this::expire));
    }

    private Uni<Integer> expire(Transaction transaction) {
        return reservations
                .endDue(transaction, AT_ONCE)
                .call(expired -> levels.change(
                        transaction,
                        expired.stream().flatMap(ExpireReservations::releases).toList()))
                .call(expired -> transaction.publish(
                        expired.stream().map(ExpireReservations::fact).toList()))
                .map(expired -> expired.size());
    }

    private static Stream<StockChange> releases(EndedReservation expired) {
        return expired.lines().stream().map(line -> StockChange.expiry(line.sku(), line.quantity(), expired.orderId()));
    }

    private static Event fact(EndedReservation expired) {
        var data = new ReservationExpired(expired.orderId(), expired.lines());
        return ReservationFact.of("ReservationExpired", expired.orderId(), expired.version(), data)
                .causedBy(expired.cause());
    }
}
