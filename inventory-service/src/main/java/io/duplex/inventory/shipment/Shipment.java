package io.duplex.inventory.shipment;

import static java.util.Objects.requireNonNull;

import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The goods of one confirmed order on their way: READY, DISPATCHING while order-service is asked, DISPATCHED, DELIVERED; or
 * CANCELLED when the order ends first. There is one for an order, for ever; it knows no address. {@link Shipments} writes
 * it, by statements.
 *
 * @param dispatchedBy the subject of the clerk who sends it; null until then
 * @param dispatchRequest the id of the request by which the clerk sends it; null until then, and when it is not known
 * @param labelledAt when its label was first printed; null until then
 */
public record Shipment(
        UUID id,
        UUID orderId,
        ShipmentStatus status,
        TrackingNumber trackingNumber,
        @Nullable String dispatchedBy,
        @Nullable String dispatchRequest,
        @Nullable OffsetDateTime labelledAt,
        long version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt) {

    static Shipment from(Row row) {
        return new Shipment(
                row.getUUID("id"),
                row.getUUID("order_id"),
                ShipmentStatus.valueOf(row.getString("status")),
                new TrackingNumber(row.getLong("serial")),
                row.getString("dispatched_by"),
                row.getString("dispatch_request"),
                row.getOffsetDateTime("labelled_at"),
                row.getLong("version"),
                row.getOffsetDateTime("created_at"),
                row.getOffsetDateTime("updated_at"));
    }

    /** The clerk who sends it: known from DISPATCHING on. */
    String clerk() {
        return requireNonNull(dispatchedBy, "nobody has sent it");
    }

    /** The same shipment, unless it does not allow the action: 409. */
    Shipment require(ShipmentAction action) {
        if (!action.allowedFrom(status)) {
            throw action.refused(this);
        }
        return this;
    }
}
