package io.duplex.chassis.events;

import io.duplex.chassis.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a service tells: it becomes a row of the outbox in the transaction of the change, and from there a record.
 *
 * @param id the event's id, the same in Kafka, webhooks and the feed
 * @param type {@code duplex.<Name>.v<major>}
 * @param topic the topic that belongs to the producer
 * @param key the record's key; events of one key stay in order
 * @param about what the fact is about
 * @param correlationId the order that it belongs to, if any
 * @param causationId the event or request that led here, if known
 * @param data the value, written as JSON
 */
public record Event(
        UUID id,
        String type,
        String topic,
        String key,
        Aggregate about,
        @Nullable String correlationId,
        @Nullable String causationId,
        Object data) {

    /**
     * What a fact is about.
     *
     * @param type such as {@code order}
     * @param id its identifier, the event's subject
     * @param version the aggregate's version after the change: sequences of one aggregate rise
     */
    public record Aggregate(String type, String id, long version) {}

    /** A new fact, keyed by its aggregate. */
    public static Event of(String type, String topic, Aggregate about, Object data) {
        return new Event(Ids.next(), type, topic, about.id(), about, null, null, data);
    }

    /** The same fact with the id given, for facts that may be found twice. */
    public Event withId(UUID derived) {
        return new Event(derived, type, topic, key, about, correlationId, causationId, data);
    }

    /** The same fact under another key: the order's, where the aggregate is a part of an order's story. */
    public Event keyedBy(String recordKey) {
        return new Event(id, type, topic, recordKey, about, correlationId, causationId, data);
    }

    /** The same fact as a part of an order's story. */
    public Event partOf(UUID order) {
        return new Event(id, type, topic, key, about, order.toString(), causationId, data);
    }

    /** The same fact with what led to it: an event's id or a request's. */
    public Event causedBy(@Nullable String cause) {
        return new Event(id, type, topic, key, about, correlationId, cause, data);
    }
}
