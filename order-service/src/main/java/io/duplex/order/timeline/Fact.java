package io.duplex.order.timeline;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order, in any service.
 *
 * @param eventId the event's id, or the request's
 * @param source the service, {@code inventory-service}
 * @param type {@code StockReserved}; {@code RequestAccepted} for what somebody asked for
 * @param summary a few words for people, with nothing personal in them
 * @param causationId the fact that led here, or the id of a request, if known
 */
public record Fact(
        UUID orderId,
        String eventId,
        Instant at,
        String source,
        String type,
        String summary,
        @Nullable String causationId) {

    static Fact from(Row row) {
        return new Fact(
                row.getUUID("order_id"),
                row.getString("event_id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("source"),
                row.getString("type"),
                row.getString("summary"),
                row.getString("causation_id"));
    }
}
