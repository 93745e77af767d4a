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
    private static final int AT_ONCE = 16;

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

    /**
     * Goes on at once while there are more and some get settled: each is asked about once in its time, however many there
     * are, and an order-service that answers nobody is left in peace until the next round.
     */
    private Uni<Void> tryToSettle() {
        return Multi.createBy()
                .repeating()
                .uni(this::settleSome)
                .whilst(goesOn -> goesOn)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(failure -> LOG.warnf("Dispatches stay unsettled for now: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Whether it is worth going on. */
    private Uni<Boolean> settleSome() {
        return shipments
                .claimUnsettled(AT_ONCE)
                .onItem()
                .transformToMulti(unsettled -> Multi.createFrom().iterable(unsettled))
                .onItem()
                .transformToUni(this::settle)
                .merge(AT_ONCE)
                .collect()
                .asList()
                .map(settled -> settled.size() == AT_ONCE && settled.contains(true));
    }

    /** One that fails keeps no other one waiting. */
    private Uni<Boolean> settle(Shipment shipment) {
        return settleDispatch
                .settle(shipment)
                .onFailure()
                .invoke(failure -> LOG.warnf("Shipment %s stays unsettled for now: %s", shipment.id(), failure))
                .onFailure()
                .recoverWithItem(false);
    }
}
