package io.duplex.inventory.shipment;

import io.duplex.chassis.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Measures how long the oldest dispatch waits for order-service's definite answer: for ever, if it gets none. */
@ApplicationScoped
class WatchDispatches {
    private static final Logger LOG = Logger.getLogger(WatchDispatches.class);

    private final Shipments shipments;
    private final ShipmentSettings settings;
    private final Rounds rounds;
    private volatile double oldestSeconds;

    WatchDispatches(Shipments shipments, ShipmentSettings settings, Rounds rounds, MeterRegistry metrics) {
        this.shipments = shipments;
        this.settings = settings;
        this.rounds = rounds;
        Gauge.builder("duplex.shipments.dispatching.oldest", () -> oldestSeconds)
                .description("How long the oldest dispatch has been waiting for a definite answer")
                .baseUnit("seconds")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        rounds.begin("watch dispatches", Duration.ofMillis(1), settings.askAgainAfter(), this::look);
    }

    private Uni<Void> look() {
        return shipments
                .oldestDispatching()
                .invoke(seconds -> oldestSeconds = seconds)
                .onFailure()
                .invoke(failure -> LOG.warnf("Nobody knows how long dispatches wait: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
