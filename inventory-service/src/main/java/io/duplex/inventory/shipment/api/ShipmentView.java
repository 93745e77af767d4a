package io.duplex.inventory.shipment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.duplex.inventory.shipment.Shipment;
import io.duplex.inventory.shipment.ShipmentStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A shipment as it is shown. */
@Schema(name = "Shipment")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShipmentView(
        UUID id,
        UUID orderId,
        ShipmentStatus status,
        String trackingNumber,
        @Nullable Instant labelledAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ShipmentView of(Shipment shipment) {
        var labelledAt = shipment.labelledAt();
        return new ShipmentView(
                shipment.id(),
                shipment.orderId(),
                shipment.status(),
                shipment.trackingNumber().toString(),
                labelledAt == null ? null : labelledAt.toInstant(),
                shipment.createdAt().toInstant(),
                shipment.updatedAt().toInstant(),
                shipment.version());
    }
}
