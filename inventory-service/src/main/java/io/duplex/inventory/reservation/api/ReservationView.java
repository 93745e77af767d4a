package io.duplex.inventory.reservation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.duplex.inventory.reservation.Reservation;
import io.duplex.inventory.reservation.ReservationStatus;
import io.duplex.inventory.reservation.ReservedLine;
import io.duplex.inventory.reservation.Shortage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reservation as it is shown. */
@Schema(name = "Reservation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReservationView(
        UUID orderId,
        ReservationStatus status,
        List<ReservedLine> lines,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Shortage> shortages,
        @Nullable Instant expiresAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ReservationView of(Reservation reservation) {
        var expiresAt = reservation.expiresAt();
        return new ReservationView(
                reservation.orderId(),
                reservation.status(),
                reservation.lines(),
                reservation.shortages(),
                expiresAt == null ? null : expiresAt.toInstant(),
                reservation.createdAt().toInstant(),
                reservation.updatedAt().toInstant(),
                reservation.version());
    }
}
