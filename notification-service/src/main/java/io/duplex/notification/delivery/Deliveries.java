package io.duplex.notification.delivery;

import io.duplex.chassis.Failures;
import io.duplex.chassis.Workload;
import io.duplex.notification.message.Messages;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The lanes of all channels. */
@ApplicationScoped
public class Deliveries implements Workload {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    private final List<Lane> lanes;
    private final DeliveryQueue queue;

    Deliveries(@All List<Provider> providers, DeliveryQueue queue, Messages messages, DeliverySettings settings) {
        this.queue = queue;
        this.lanes = providers.stream()
                .map(provider -> new Lane(provider, queue, messages, settings))
                .toList();
    }

    /** To be called after each commit that may have made something due: nothing waits for a timer. */
    public void wake() {
        lanes.forEach(Lane::wake);
    }

    /** The safety net, and what finds retries and the claims of the dead. */
    @Scheduled(
            every = "${notification.delivery.poll-interval:3s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> wakeDue() {
        if (lanes.stream().noneMatch(Lane::isOpen)) {
            return Uni.createFrom().voidItem();
        }
        return queue.dueChannels(lanes.stream().map(Lane::channel).toList())
                .invoke(due -> lanes.stream()
                        .filter(lane -> due.contains(lane.channel()))
                        .forEach(Lane::wake))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("Deliveries wait: %s", Failures.inWords(failure)))
                .onFailure()
                .recoverWithNull();
    }

    /** Claims nothing more; what is claimed is delivered, and its result written. */
    @Override
    public void stop() {
        lanes.forEach(Lane::stop);
    }

    @Override
    public boolean isAtRest() {
        return lanes.stream().allMatch(Lane::isAtRest);
    }

    /** The deliveries of all lanes, each when its result is written, for as long as the service runs. */
    public Multi<UUID> run() {
        return Multi.createBy()
                .merging()
                .streams(lanes.stream().map(Lane::deliveries).toList());
    }
}
