package io.duplex.chassis.inbox;

import io.duplex.chassis.events.Received;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * A handler that a batch calls once: with all new events of the types that it is added for, in the order in which they
 * came, several of one key among them. For consumers that sum up, so that a row that all events change is changed once.
 */
public record Together<T>(Handler<T> handler) implements Handler<T> {
    @Override
    public Uni<Void> handle(Transaction transaction, List<Received<T>> events) {
        return handler.handle(transaction, events);
    }
}
