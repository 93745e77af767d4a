package io.duplex.chassis.inbox;

import io.duplex.chassis.events.Received;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What a service does with events of one type: set-based, in the transaction that claims them. No two events of one call
 * have the same key; a key's later events come in a later call of the same transaction, unless they are handled
 * {@link Together}.
 */
@FunctionalInterface
public interface Handler<T> {
    Uni<Void> handle(Transaction transaction, List<Received<T>> events);
}
