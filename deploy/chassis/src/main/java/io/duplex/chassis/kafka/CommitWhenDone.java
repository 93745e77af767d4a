package io.duplex.chassis.kafka;

import io.duplex.chassis.Failures;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits the offset of what is done, at once, and tries again for as long as the partition is ours. The connector's own
 * strategy gives a commit up that meets a rebalance; the partition then seems to lag until its next record, which may be
 * days. Nobody waits for a commit: consuming goes on, and several are made one.
 */
final class CommitWhenDone implements KafkaCommitHandler {
    private static final Logger LOG = Logger.getLogger(CommitWhenDone.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(2);
    private static final Duration LAST_CHANCE = Duration.ofSeconds(2);

    private final KafkaConsumer<?, ?> consumer;
    private final Set<TopicPartition> ours = ConcurrentHashMap.newKeySet();
    private final Map<TopicPartition, OffsetAndMetadata> due = new ConcurrentHashMap<>();
    private final AtomicBoolean committing = new AtomicBoolean();
    private volatile boolean terminated;

    CommitWhenDone(KafkaConsumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /** What was taken from us while it was under way is the next owner's, who may have come further: it stays as it is. */
    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> done) {
        var partition = new TopicPartition(done.getTopic(), done.getPartition());
        due.put(partition, new OffsetAndMetadata(done.getOffset() + 1));
        if (!ours.contains(partition)) {
            due.remove(partition);
        }
        commit();
        return Uni.createFrom().voidItem().runSubscriptionOn(done::runOnMessageContext);
    }

    @Override
    public void partitionsAssigned(Collection<TopicPartition> partitions) {
        ours.addAll(partitions);
    }

    /** Called while the group still counts them as ours: the last moment at which their offsets can be committed. */
    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
        ours.removeAll(partitions);
        var last = due.entrySet().stream()
                .filter(entry -> partitions.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        due.keySet().removeAll(partitions);
        try {
            if (!last.isEmpty()) {
                consumer.unwrap().commitSync(last, LAST_CHANCE);
            }
        } catch (KafkaException alreadyLost) {
            LOG.debugf("The next owner of %s begins a little earlier: %s", last.keySet(), alreadyLost.toString());
        }
    }

    @Override
    public void terminate(boolean graceful) {
        terminated = true;
        var last = Map.copyOf(due);
        if (graceful && !last.isEmpty()) {
            consumer.commit(last)
                    .onFailure()
                    .invoke(failure ->
                            LOG.debugf("The next owner begins a little earlier: %s", Failures.inWords(failure)))
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .atMost(LAST_CHANCE);
        }
    }

    private void commit() {
        if (!due.isEmpty() && committing.compareAndSet(false, true)) {
            Uni.createFrom()
                    .deferred(this::commitDue)
                    .onFailure()
                    .retry()
                    .withBackOff(FIRST_BACKOFF, LONGEST_BACKOFF)
                    .indefinitely()
                    .subscribe()
                    .with(ignored -> goOn());
        }
    }

    private Uni<Void> commitDue() {
        var offsets = Map.copyOf(due);
        return terminated || offsets.isEmpty()
                ? Uni.createFrom().voidItem()
                : consumer.commitAsync(offsets).invoke(() -> offsets.forEach(due::remove));
    }

    private void goOn() {
        committing.set(false);
        if (!terminated) {
            commit();
        }
    }
}
