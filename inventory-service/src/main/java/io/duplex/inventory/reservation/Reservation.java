package io.duplex.inventory.reservation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * What stock was asked for an order, and what came of it: ACTIVE or REJECTED at first, and of these ACTIVE alone goes
 * on: to COMMITTED, RELEASED or EXPIRED. There is one for an order, for ever. {@link Reservations} writes it, by
 * statements; this is how it is read.
 */
@Entity
@Immutable
@Table(name = "reservation")
public class Reservation {
    @Id
    @Column(name = "order_id")
    UUID orderId;

    @Enumerated(EnumType.STRING)
    ReservationStatus status;

    @Nullable
    @Column(name = "expires_at")
    OffsetDateTime expiresAt;

    long version;

    @Column(name = "created_at")
    OffsetDateTime createdAt;

    @Column(name = "updated_at")
    OffsetDateTime updatedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "reservation_line", joinColumns = @JoinColumn(name = "order_id"))
    @OrderBy("sku")
    List<ReservationLine> lines;

    protected Reservation() {}

    public UUID orderId() {
        return orderId;
    }

    public ReservationStatus status() {
        return status;
    }

    /** When the stock will be available again unless it has been shipped; null when it never will. */
    public @Nullable OffsetDateTime expiresAt() {
        return expiresAt;
    }

    /** What was asked for. */
    public List<ReservedLine> lines() {
        return lines.stream()
                .map(line -> new ReservedLine(line.sku, line.quantity))
                .toList();
    }

    /** What it was refused for; empty unless REJECTED. */
    public List<Shortage> shortages() {
        return lines.stream().flatMap(line -> line.shortage().stream()).toList();
    }

    public long version() {
        return version;
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }

    public OffsetDateTime updatedAt() {
        return updatedAt;
    }
}
