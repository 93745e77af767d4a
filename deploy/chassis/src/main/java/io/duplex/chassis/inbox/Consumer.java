package io.duplex.chassis.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.chassis.Failures;
import io.duplex.chassis.sql.SqlFailures;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An idempotent consumer of one topic. A batch is one transaction: the events are claimed, the new ones applied, the
 * events that follow appended to the outbox. While the database is away the batch is retried in place, in order, until
 * it works. A batch that can never work is cut around what cannot be read, and split until an event that fails is alone:
 * that one becomes a dead letter, later events of its key are parked behind it, and all others have their effect.
 */
public final class Consumer {
    private static final Logger LOG = Logger.getLogger(Consumer.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(50);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

    private final String name;
    private final Storage storage;
    private final Handlers handlers;
    private final ConsumerMetrics metrics;
    private final AtomicInteger batches = new AtomicInteger();
    private volatile @Nullable String trouble;

    Consumer(String name, Storage storage, Handlers handlers, ConsumerMetrics metrics) {
        this.name = name;
        this.storage = storage;
        this.handlers = handlers;
        this.metrics = metrics;
    }

    /**
     * Adds what is done with a type; types that are not added are skipped.
     *
     * @param type {@code duplex.<Name>.v<major>}
     * @param data the consumer's own record of the fields that it uses; unknown fields are ignored
     */
    public <T> Consumer on(String type, Class<T> data, Handler<T> handler) {
        handlers.add(type, data, handler);
        return this;
    }

    /**
     * Adds what is done with a type of which each event tells all there is to know of its key: of those that are new in
     * a batch only a key's latest reaches the handler, the others are passed by.
     */
    public <T> Consumer onSnapshot(String type, Class<T> data, Handler<T> handler) {
        handlers.addSnapshot(type, data, handler);
        return this;
    }

    /**
     * Adds what is done with events of all other types, as JSON and {@link Together}: for who only looks on. What cannot be
     * read is skipped.
     */
    public Consumer onRest(Handler<JsonNode> handler) {
        handlers.addRest(handler);
        return this;
    }

    /** Sets what is done before the new events of a batch are handled, whatever their types. */
    public Consumer first(Preparation preparation) {
        handlers.first(preparation);
        return this;
    }

    /** Consumes a batch; the item arrives when each of its events has had its effect, or waits where an admin sees it. */
    public Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        var deliveries = StreamSupport.stream(records.spliterator(), false)
                .map(Delivery::of)
                .filter(this::isOurs)
                .toList();
        batches.incrementAndGet();
        return consume(deliveries).onTermination().invoke(batches::decrementAndGet);
    }

    String name() {
        return name;
    }

    /** Why a batch is being retried at this moment, if one is. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    boolean isAtRest() {
        return batches.get() == 0;
    }

    /** Claims events and applies the new ones, whether or not others of their keys are parked. */
    Uni<Applied> handle(Transaction transaction, List<Delivery> deliveries) {
        return handlers.handle(transaction, name, deliveries);
    }

    private boolean isOurs(Delivery delivery) {
        var ours = handlers.handle(delivery);
        if (!ours) {
            metrics.skipped(delivery.type().orElse("no event"));
        }
        return ours;
    }

    private Uni<Void> consume(List<Delivery> deliveries) {
        return deliveries.isEmpty()
                ? Uni.createFrom().voidItem()
                : patiently(storage.database().transaction(transaction -> take(transaction, deliveries)))
                        .invoke(metrics::applied)
                        .replaceWithVoid()
                        .onFailure()
                        .recoverWithUni(failure -> consumeParts(deliveries, failure));
    }

    private Uni<Void> consumeParts(List<Delivery> deliveries, Throwable failure) {
        if (failure instanceof MalformedEvent malformed) {
            return consumeAround(deliveries, deliveries.indexOf(malformed.delivery()), failure);
        }
        var half = deliveries.size() / 2;
        return half == 0
                ? bury(deliveries.get(0), failure)
                : consume(deliveries.subList(0, half))
                        .chain(() -> consume(deliveries.subList(half, deliveries.size())));
    }

    private Uni<Void> consumeAround(List<Delivery> deliveries, int place, Throwable failure) {
        return consume(deliveries.subList(0, place))
                .chain(() -> bury(deliveries.get(place), failure))
                .chain(() -> consume(deliveries.subList(place + 1, deliveries.size())));
    }

    private Uni<Applied> take(Transaction transaction, List<Delivery> deliveries) {
        return storage.parking().lock(transaction, name, deliveries).chain(parked -> storage.parking()
                .park(transaction, name, in(parked, deliveries))
                .chain(() -> handle(transaction, outside(parked, deliveries))));
    }

    private Uni<Void> bury(Delivery delivery, Throwable failure) {
        var reason = Reasons.of(failure);
        return patiently(storage.database().transaction(transaction -> bury(transaction, delivery, reason)))
                .invoke(isNew -> {
                    if (isNew) {
                        metrics.deadLetter();
                        LOG.errorf("Consumer %s has a new dead letter: %s", name, delivery.place());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> bury(Transaction transaction, Delivery delivery, String reason) {
        return storage.parking()
                .lock(transaction, name, List.of(delivery))
                .chain(parked -> parked.isEmpty()
                        ? storage.bury(transaction, name, delivery, reason)
                        : storage.parking()
                                .park(transaction, name, List.of(delivery))
                                .replaceWith(false));
    }

    /** Tries until the database has answered, for as long as it takes. */
    private <T> Uni<T> patiently(Uni<T> work) {
        return work.onFailure(SqlFailures::isTransient)
                .invoke(this::isInTrouble)
                .onFailure(SqlFailures::isTransient)
                .retry()
                .withBackOff(FIRST_BACKOFF, LONGEST_BACKOFF)
                .indefinitely()
                .onTermination()
                .invoke(() -> trouble = null);
    }

    private void isInTrouble(Throwable failure) {
        trouble = Failures.inWords(failure);
        LOG.warnf("Consumer %s retries a batch: %s", name, trouble);
    }

    private static List<Delivery> in(Set<Lane> parked, List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery.lane().filter(parked::contains).isPresent())
                .toList();
    }

    private static List<Delivery> outside(Set<Lane> parked, List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery.lane().filter(parked::contains).isEmpty())
                .toList();
    }
}
