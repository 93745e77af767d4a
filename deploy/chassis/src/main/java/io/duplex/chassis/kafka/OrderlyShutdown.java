package io.duplex.chassis.kafka;

import io.duplex.chassis.Workload;
import io.duplex.chassis.outbox.OutboxRelay;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Begins no more batches or other work and finishes what is begun. HTTP has come to rest before; the relay flushes the outbox after;
 * then the framework closes the pool, and last the Kafka clients, which commit what was finished. A batch that has not
 * begun is not committed, so another replica or the next process consumes it.
 */
@ApplicationScoped
class OrderlyShutdown {
    private static final Logger LOG = Logger.getLogger(OrderlyShutdown.class);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final LosslessClients clients;
    private final ChannelRegistry channels;
    private final List<Workload> workloads;
    private final ConsumerSettings settings;

    OrderlyShutdown(
            LosslessClients clients,
            ChannelRegistry channels,
            @All List<Workload> workloads,
            ConsumerSettings settings) {
        this.clients = clients;
        this.channels = channels;
        this.workloads = workloads;
        this.settings = settings;
    }

    /** A shutdown may block, and this is one. */
    void finish(@Observes @Priority(OutboxRelay.STOPS_AT - 1) ShutdownEvent event) {
        clients.incoming()
                .forEach(channel -> channels.getPausable(channel.name()).pause());
        workloads.forEach(Workload::stop);
        Multi.createFrom()
                .ticks()
                .every(GLANCE)
                .filter(tick -> workloads.stream().allMatch(Workload::isAtRest))
                .toUni()
                .ifNoItem()
                .after(settings.finishWithin())
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warn("Work in progress is left to the next process"))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }
}
