package io.duplex.notification.messaging;

import io.duplex.notification.delivery.Deliveries;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.jboss.logging.Logger;

/** Has the framework run the deliveries, from the service's start to its end. */
@ApplicationScoped
public class RunDeliveries {
    private static final Logger LOG = Logger.getLogger(RunDeliveries.class);

    private final Deliveries deliveries;

    RunDeliveries(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Outgoing("deliveries")
    public Multi<UUID> run() {
        return deliveries.run();
    }

    @Incoming("deliveries")
    public void settled(UUID notification) {
        LOG.debugf("Notification %s is settled", notification);
    }
}
