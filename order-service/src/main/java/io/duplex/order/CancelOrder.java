package io.duplex.order;

import io.duplex.chassis.http.Correlation;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cancels an order that has not been shipped. */
@ApplicationScoped
public class CancelOrder {
    private final Database database;
    private final ChangeOrders orders;

    CancelOrder(Database database, ChangeOrders orders) {
        this.database = database;
        this.orders = orders;
    }

    /**
     * Cancels.
     *
     * @param ownedBy the customer whose order it must be; null for any
     * @param expectedVersion the version that the caller has seen, if the caller insists on it
     */
    public Uni<Void> cancel(
            UUID orderId, @Nullable String ownedBy, Optional<Long> expectedVersion, @Nullable String reason) {
        return database.transaction(transaction -> LockedOrder.lock(transaction, orderId, ownedBy)
                .invoke(order -> order.require(expectedVersion))
                .invoke(order -> order.require(OrderTransition.CANCEL))
                .chain(() -> cancel(transaction, orderId, reason)));
    }

    private Uni<Void> cancel(Transaction transaction, UUID orderId, @Nullable String reason) {
        var change = ChangeOrders.Change.of(orderId, Correlation.requestId()).because(reason);
        return orders.change(transaction, OrderTransition.CANCEL, List.of(change))
                .replaceWithVoid();
    }
}
