package io.duplex.inventory.reservation;

import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Keeps what is promised to an order from running out: its goods are about to leave. */
@ApplicationScoped
public class HoldStock {
    private final Reservations reservations;

    HoldStock(Reservations reservations) {
        this.reservations = reservations;
    }

    /** Holds the reservation of an order until it is committed or released; false when it is not ACTIVE (any more). */
    public Uni<Boolean> hold(Transaction transaction, UUID orderId) {
        return reservations.hold(transaction, orderId);
    }
}
