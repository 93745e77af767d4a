package io.duplex.chassis.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a service has heard.
 *
 * @param id the event's id
 * @param source who tells it, {@code /duplex/order-service}; empty when that was not said
 * @param type {@code duplex.<Name>.v<major>}
 * @param key the record's key
 * @param sequence the aggregate's version, comparable within one source and subject
 * @param time when it happened
 * @param correlationId the order that it belongs to, if any
 * @param causationId the event or request that led to it, if known
 * @param data the consumer's own record of the fields that it uses
 */
public record Received<T>(
        UUID id,
        String source,
        String type,
        String key,
        long sequence,
        Instant time,
        @Nullable String correlationId,
        @Nullable String causationId,
        T data) {

    /** The event's id as the cause of what follows from it. */
    public String asCause() {
        return id.toString();
    }
}
