package io.duplex.chassis.inbox;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.chassis.events.Received;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one consumer does with the events that it handles: reads them, claims them, applies the new ones. */
final class Handlers {
    private static final String CLAIM =
            """
            INSERT INTO inbox (consumer, event_id) SELECT $1, id FROM unnest($2::uuid[]) AS id ORDER BY id
            ON CONFLICT DO NOTHING RETURNING event_id
            """;

    private final ObjectMapper json;
    private final Map<String, Listener<?>> listeners = new LinkedHashMap<>();
    private @Nullable Listener<JsonNode> rest;
    private Preparation preparation = (transaction, events) -> Uni.createFrom().voidItem();

    Handlers(ObjectMapper json) {
        this.json = json;
    }

    <T> void add(String type, Class<T> data, Handler<T> handler) {
        listeners.put(type, new Listener<>(data, handler, false));
    }

    <T> void addSnapshot(String type, Class<T> data, Handler<T> handler) {
        listeners.put(type, new Listener<>(data, handler, true));
    }

    /** Takes all types that are not added, too, together. */
    void addRest(Handler<JsonNode> handler) {
        rest = new Listener<>(JsonNode.class, new Together<>(handler), false);
    }

    void first(Preparation before) {
        preparation = before;
    }

    /**
     * Whether a record is handled here. A type that is not added is somebody else's, unless we take what comes. A record
     * without a type is broken, and ours to report.
     */
    boolean handle(Delivery delivery) {
        return rest != null || delivery.type().map(listeners::containsKey).orElse(true);
    }

    /** Claims the events for this consumer, and applies those that it had not claimed before. */
    Uni<Applied> handle(Transaction transaction, String consumer, List<Delivery> deliveries) {
        var read = deliveries.stream().flatMap(this::read).toList();
        var skipped = deliveries.size() - read.size();
        var events = new LinkedHashMap<UUID, Received<?>>();
        read.forEach(event -> events.putIfAbsent(event.id(), event));
        return events.isEmpty()
                ? Uni.createFrom().item(new Applied(0, 0, 0, skipped))
                : claim(transaction, consumer, events.keySet())
                        .invoke(events.keySet()::retainAll)
                        .call(() -> apply(transaction, withoutStale(transaction, events.values())))
                        .map(claimed -> new Applied(
                                claimed.size(), transaction.passedBy(), read.size() - claimed.size(), skipped));
    }

    /** Of the rest, what cannot be read is skipped: those report it who know what it should have been. */
    private Stream<Received<?>> read(Delivery delivery) {
        try {
            var type = delivery.type().orElseThrow(() -> new MalformedEvent(delivery, "it has no type"));
            return Stream.of(Envelope.read(delivery, json, listener(type).data()));
        } catch (MalformedEvent unreadable) {
            if (rest == null || delivery.type().filter(listeners::containsKey).isPresent()) {
                throw unreadable;
            }
            return Stream.empty();
        }
    }

    private static Uni<Set<UUID>> claim(Transaction transaction, String consumer, Set<UUID> ids) {
        return transaction
                .execute(CLAIM, consumer, ids.toArray(UUID[]::new))
                .map(claimed -> new HashSet<>(Rows.list(claimed, row -> row.getUUID("event_id"))));
    }

    private Collection<Received<?>> withoutStale(Transaction transaction, Collection<Received<?>> events) {
        var latest = events.stream()
                .collect(Collectors.toMap(
                        this::snapshot, Function.identity(), BinaryOperator.maxBy(comparing(Received::sequence))))
                .values()
                .stream()
                .map(Received::id)
                .collect(Collectors.toSet());
        transaction.passBy(events.size() - latest.size());
        return events.stream().filter(event -> latest.contains(event.id())).toList();
    }

    /** What an event is a version of; one that is no snapshot is the only version of itself. */
    private Object snapshot(Received<?> event) {
        return listener(event.type()).isSnapshot() ? List.of(event.type(), event.key()) : event.id();
    }

    private Uni<Void> apply(Transaction transaction, Collection<Received<?>> events) {
        var done = preparation.prepare(transaction, events);
        for (var wave : Waves.of(events, event -> listener(event.type()).together())) {
            for (var ofOneType : wave) {
                done = done.chain(() -> listener(ofOneType.get(0).type()).handle(transaction, ofOneType));
            }
        }
        return done;
    }

    private Listener<?> listener(String type) {
        return Optional.<Listener<?>>ofNullable(listeners.get(type))
                .or(() -> Optional.ofNullable(rest))
                .orElseThrow();
    }

    private record Listener<T>(Class<T> data, Handler<T> handler, boolean isSnapshot) {
        Optional<?> together() {
            return handler instanceof Together<?> ? Optional.of(handler) : Optional.empty();
        }

        @SuppressWarnings("unchecked") // parsed as this listener's data
        Uni<Void> handle(Transaction transaction, List<? extends Received<?>> events) {
            return handler.handle(transaction, (List<Received<T>>) (List<?>) events);
        }
    }
}
