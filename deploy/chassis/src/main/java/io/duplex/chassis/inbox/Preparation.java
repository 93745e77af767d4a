package io.duplex.chassis.inbox;

import io.duplex.chassis.events.Received;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/**
 * What a service does once per batch, before any of its new events is handled and in the same transaction: it locks what
 * they change, in one order. Handlers alone lock in the order of the events, and batches like that deadlock.
 */
@FunctionalInterface
public interface Preparation {
    Uni<Void> prepare(Transaction transaction, Collection<Received<?>> events);
}
