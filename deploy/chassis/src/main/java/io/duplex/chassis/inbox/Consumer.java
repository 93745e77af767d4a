package io.duplex.chassis.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.chassis.events.CloudEventHeaders;
import io.duplex.chassis.events.Received;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * An idempotent consumer of one topic. A batch is one transaction: the events are claimed, the new ones applied, the
 * events that follow appended to the outbox. A failed batch is retried in place, in order, until it works: nothing is
 * skipped, nothing overtakes.
 */
public final class Consumer {
    private static final Logger LOG = Logger.getLogger(Consumer.class);
    private static final String CLAIM =
            """
            INSERT INTO inbox (consumer, event_id) SELECT $1, id FROM unnest($2::uuid[]) AS id ORDER BY id
            ON CONFLICT DO NOTHING RETURNING event_id
            """;

    private final String name;
    private final Database database;
    private final ObjectMapper json;
    private final Map<String, Listener<?>> listeners = new LinkedHashMap<>();
    private final Set<String> skippedTypes = ConcurrentHashMap.newKeySet();

    Consumer(String name, Database database, ObjectMapper json) {
        this.name = name;
        this.database = database;
        this.json = json;
    }

    /**
     * Adds what is done with a type; types that are not added are skipped.
     *
     * @param type {@code duplex.<Name>.v<major>}
     * @param data the consumer's own record of the fields that it uses; unknown fields are ignored
     */
    public <T> Consumer on(String type, Class<T> data, Handler<T> handler) {
        listeners.put(type, new Listener<>(data, handler));
        return this;
    }

    /** Consumes a batch; the item arrives when all its events have had their effect, now or before. */
    public Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return Uni.createFrom()
                .deferred(() -> consumeOnce(records))
                .onFailure()
                .invoke(failure -> LOG.warnf("Consumer %s retries a batch: %s", name, failure.toString()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofSeconds(5))
                .indefinitely();
    }

    private Uni<Void> consumeOnce(ConsumerRecords<String, byte[]> records) {
        var events = new LinkedHashMap<UUID, Received<?>>();
        StreamSupport.stream(records.spliterator(), false)
                .map(this::parse)
                .flatMap(Optional::stream)
                .forEach(event -> events.putIfAbsent(event.id(), event));
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.transaction(transaction -> claimAndApply(transaction, events));
    }

    private Optional<Received<?>> parse(ConsumerRecord<String, byte[]> received) {
        var type = CloudEventHeaders.read(received.headers(), CloudEventHeaders.TYPE);
        var listener = type.map(listeners::get);
        if (listener.isEmpty()) {
            skip(type.orElse("without a type"));
            return Optional.empty();
        }
        return Optional.of(Envelope.read(received, json, listener.get().data()));
    }

    private void skip(String type) {
        if (skippedTypes.add(type)) {
            LOG.infof("Consumer %s does not handle %s: skipped", name, type);
        }
    }

    private Uni<Void> claimAndApply(Transaction transaction, Map<UUID, Received<?>> events) {
        return transaction
                .execute(CLAIM, name, events.keySet().toArray(UUID[]::new))
                .map(claimed -> new HashSet<>(Rows.list(claimed, row -> row.getUUID("event_id"))))
                .chain(claimed -> apply(
                        transaction,
                        events.values().stream()
                                .filter(event -> claimed.contains(event.id()))
                                .toList()));
    }

    private Uni<Void> apply(Transaction transaction, Collection<Received<?>> events) {
        var done = Uni.createFrom().voidItem();
        for (var wave : Waves.of(events)) {
            for (var ofOneType : wave) {
                done = done.chain(() -> listenerOf(ofOneType).handle(transaction, ofOneType));
            }
        }
        return done;
    }

    private Listener<?> listenerOf(List<Received<?>> ofOneType) {
        return Optional.<Listener<?>>ofNullable(listeners.get(ofOneType.get(0).type()))
                .orElseThrow();
    }

    private record Listener<T>(Class<T> data, Handler<T> handler) {
        @SuppressWarnings("unchecked") // parsed as this listener's data
        Uni<Void> handle(Transaction transaction, List<? extends Received<?>> events) {
            return handler.handle(transaction, (List<Received<T>>) (List<?>) events);
        }
    }
}
