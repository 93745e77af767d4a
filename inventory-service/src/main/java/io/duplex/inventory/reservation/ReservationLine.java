package io.duplex.inventory.reservation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of a reservation as it is stored. */
@Embeddable
class ReservationLine {
    String sku;
    long quantity;

    @Nullable
    @Column(name = "available_at_refusal")
    Long availableAtRefusal;

    protected ReservationLine() {}

    Optional<Shortage> shortage() {
        return Optional.ofNullable(availableAtRefusal).map(available -> new Shortage(sku, quantity, available));
    }
}
