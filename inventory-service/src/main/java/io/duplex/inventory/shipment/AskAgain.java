package io.duplex.inventory.shipment;

import io.duplex.chassis.Rounds;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Settles the dispatches that a lost answer or a crash has left open. Replicas share them out between them. */
@ApplicationScoped
class AskAgain {
    private static final Logger LOG = Logger.getLogger(AskAgain.class);
    private static final int AT_ONCE = 8;

    private final Shipments shipments;
    private final SettleDispatch settleDispatch;
    private final ShipmentSettings settings;
    private final Rounds rounds;

    AskAgain(Shipments shipments, SettleDispatch settleDispatch, ShipmentSettings settings, Rounds rounds) {
        this.shipments = shipments;
        this.settleDispatch = settleDispatch;
        this.settings = settings;
        this.rounds = rounds;
    }

    void start(@Observes StartupEvent event) {
        rounds.begin("settle dispatches", settings.askAgainAfter(), settings.askAgainAfter(), this::tryToSettle);
    }

    private Uni<Void> tryToSettle() {
        return shipments
                .claimUnsettled(AT_ONCE)
                .onItem()
                .transformToMulti(unsettled -> Multi.createFrom().iterable(unsettled))
                .onItem()
                .transformToUni(settleDispatch::settle)
                .collectFailures()
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(failure -> LOG.warnf("Dispatches stay unsettled for now: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
