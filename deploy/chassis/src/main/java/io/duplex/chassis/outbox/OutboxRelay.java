package io.duplex.chassis.outbox;

import io.duplex.chassis.Failures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Sends what lies in the outbox: reads a batch in id order, sends it through the one idempotent producer, awaits every
 * acknowledgement, then removes it, together with others that followed at once. A crash in between sends the batch again, which the inboxes absorb.
 *
 * <p>One process does so at a time, the holder of a lease that expires. A holder that waits for acknowledgements, or is
 * paused, does not renew it; another takes over and sends the same rows. Since every holder sends a key's rows in their
 * order and removes them only when they are acknowledged, its events first appear in order: whoever sent an event had
 * sent the ones before it. What a stale holder sends later has been there before. A batch whose acknowledgements do not
 * come is read and sent anew after {@link OutboxSettings#acknowledgedWithin()}, by the same producer, which keeps the
 * order and bounds what it holds.
 */
@ApplicationScoped
public class OutboxRelay {
    /** After the consumers, whose last batches may have appended events. */
    public static final int STOPS_AT = 200;

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration SAFETY_NET = Duration.ofSeconds(3);
    private static final Duration HAND_OVER = Duration.ofSeconds(2);

    private final OutboxTable outbox;
    private final OutboxSender sender;
    private final WakeUp wakeUp;
    private final HolderWakeUp replicas;
    private final OutboxSettings settings;
    private final RelayTrouble trouble;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean holdsLease;
    private volatile boolean stopping;

    OutboxRelay(
            OutboxTable outbox,
            OutboxSender sender,
            WakeUp wakeUp,
            HolderWakeUp replicas,
            OutboxSettings settings,
            RelayTrouble trouble) {
        this.outbox = outbox;
        this.sender = sender;
        this.wakeUp = wakeUp;
        this.replicas = replicas;
        this.settings = settings;
        this.trouble = trouble;
    }

    void start(@Observes StartupEvent event) {
        replicas.listen();
        wakeUp.signals(SAFETY_NET)
                .select()
                .first(signal -> !stopping)
                .onItem()
                .transformToUniAndConcatenate(signal -> relay())
                .subscribe()
                .with(ignored -> {}, this::died, () -> ended.complete(null));
    }

    private void died(Throwable failure) {
        LOG.fatal("The outbox relay has ended", failure);
        ended.complete(null);
    }

    /**
     * Finishes the batch in work, sends what is left, gives up the lease and wakes the replicas, so that one of them takes
     * over at once. A shutdown may block, and this is one: the pool is closed after its observers.
     */
    void stop(@Observes @Priority(STOPS_AT) ShutdownEvent event) {
        stopping = true;
        wakeUp.signal();
        var flushed = Uni.createFrom()
                .completionStage(ended)
                .chain(() -> holdsLease ? drain() : Uni.createFrom().voidItem());
        within(settings.flushWithin(), flushed);
        within(HAND_OVER, outbox.giveUpLease().chain(replicas::wakeReplicas));
        within(HAND_OVER, replicas.close());
    }

    private static void within(Duration limit, Uni<Void> work) {
        work.ifNoItem()
                .after(limit)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("The outbox is left to the next process: %s", Failures.inWords(failure)))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }

    /** Whatever fails, the events are still in the outbox, and the next wake-up or poll tries again. */
    private Uni<Void> relay() {
        var committed = wakeUp.hasCommitted();
        var done = committed && !holdsLease ? Uni.createFrom().voidItem() : drain();
        return done.chain(() -> committed && !holdsLease
                        ? replicas.wakeReplicas()
                        : Uni.createFrom().voidItem())
                .invoke(trouble::worked)
                .onFailure()
                .invoke(trouble::failed)
                .onFailure()
                .recoverWithNull();
    }

    /** Sends until nothing is left. What was sent is removed by one commit for many, and at the latest when all is sent. */
    private Uni<Void> drain() {
        return Multi.createBy()
                .repeating()
                .uni(ArrayList<OutboxRow>::new, this::sendBatch)
                .whilst(goOn -> goOn)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> sendBatch(List<OutboxRow> sent) {
        return outbox.nextBatch(sent).invoke(this::rememberLease).chain(found -> {
            var batch = found.orElse(List.of());
            return batch.isEmpty()
                    ? remove(sent).replaceWith(false)
                    : sender.send(batch)
                            .invoke(() -> sent.addAll(batch))
                            .chain(() -> sent.size() < settings.batchSize()
                                    ? Uni.createFrom().voidItem()
                                    : remove(sent))
                            .replaceWith(true);
        });
    }

    private Uni<Void> remove(List<OutboxRow> sent) {
        return sent.isEmpty()
                ? Uni.createFrom().voidItem()
                : outbox.remove(List.copyOf(sent)).invoke(sent::clear);
    }

    private void rememberLease(Optional<List<OutboxRow>> batch) {
        holdsLease = batch.isPresent();
    }
}
