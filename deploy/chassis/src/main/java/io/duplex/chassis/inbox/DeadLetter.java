package io.duplex.chassis.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An event that can never be handled as it is, kept as it came.
 *
 * @param delivery the record itself
 * @param reason why it could not be handled, the last time that it was tried
 * @param parked how many later events of its key wait behind it
 * @param actions what has been done to it, oldest first
 */
public record DeadLetter(
        UUID id,
        String consumer,
        UUID eventId,
        Delivery delivery,
        String reason,
        Status status,
        Instant at,
        long parked,
        List<Action> actions) {

    /** What has become of it. */
    public enum Status {
        OPEN,
        REDRIVEN,
        DISCARDED
    }

    /** Who did what to it, and what came of it. */
    public record Action(String action, String outcome, String actor, Instant at) {}

    boolean isOpen() {
        return status == Status.OPEN;
    }

    Optional<Lane> lane() {
        return delivery.lane();
    }
}
