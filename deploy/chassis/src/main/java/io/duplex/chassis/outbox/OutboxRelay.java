package io.duplex.chassis.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what lies in the outbox: reads a batch in id order, sends it through the one idempotent producer, awaits every
 * acknowledgement, then removes it. A crash in between sends the batch again, which the inboxes absorb.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration SAFETY_NET = Duration.ofSeconds(3);

    private static final Duration HAND_OVER = Duration.ofSeconds(2);

    private final OutboxTable outbox;
    private final WakeUp wakeUp;
    private final HolderWakeUp holderWakeUp;
    private final MutinyEmitter<byte[]> kafka;
    private volatile boolean holdsLease;
    private volatile @Nullable Cancellable running;

    OutboxRelay(
            OutboxTable outbox,
            WakeUp wakeUp,
            HolderWakeUp holderWakeUp,
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> kafka) {
        this.outbox = outbox;
        this.wakeUp = wakeUp;
        this.holderWakeUp = holderWakeUp;
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent event) {
        holderWakeUp.listen();
        running = Multi.createBy()
                .merging()
                .streams(wakeUp.signals(), poll())
                .onOverflow()
                .dropPreviousItems()
                .onItem()
                .transformToUniAndConcatenate(signal -> relay())
                .subscribe()
                .with(ignored -> {}, failure -> LOG.fatal("The outbox relay has ended", failure));
    }

    /** Stops sending and lets another process take over at once; a shutdown may block, and this is one. */
    void stop(@Observes ShutdownEvent event) {
        var current = running;
        if (current != null) {
            current.cancel();
        }
        surviving(outbox.giveUpLease()).await().atMost(HAND_OVER);
    }

    private Multi<Object> poll() {
        return Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofMillis(1))
                .every(SAFETY_NET)
                .onOverflow()
                .drop()
                .map(tick -> WakeUp.SIGNAL);
    }

    private Uni<Void> relay() {
        if (wakeUp.hasCommitted() && !holdsLease) {
            return surviving(outbox.notifyHolder());
        }
        return surviving(Multi.createBy()
                .repeating()
                .uni(this::sendBatch)
                .whilst(sent -> sent > 0)
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<Integer> sendBatch() {
        return outbox.nextBatch()
                .invoke(this::rememberLease)
                .chain(batch -> batch.isEmpty() || batch.get().isEmpty()
                        ? Uni.createFrom().item(0)
                        : send(batch.get())
                                .chain(() -> outbox.remove(batch.get()))
                                .replaceWith(batch.get().size()));
    }

    private void rememberLease(Optional<List<OutboxRow>> batch) {
        holdsLease = batch.isPresent();
    }

    private Uni<Void> send(List<OutboxRow> batch) {
        var sending = batch.stream()
                .map(row -> kafka.sendMessage(row.asRecord()).memoize().indefinitely())
                .toList();
        return Uni.join().all(sending).andCollectFailures().replaceWithVoid();
    }

    /** Whatever fails, the events are still in the outbox, and the next wake-up or poll tries again. */
    private static Uni<Void> surviving(Uni<Void> work) {
        return work.onFailure()
                .invoke(failure -> LOG.warnf("The outbox waits: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }
}
