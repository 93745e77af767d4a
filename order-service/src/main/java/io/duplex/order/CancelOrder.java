package io.duplex.order;

import io.duplex.chassis.http.Correlation;
import io.duplex.chassis.http.Problem;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
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
    private static final String LOCK =
            """
            SELECT status, version FROM orders
             WHERE id = $1 AND ($2::text IS NULL OR customer_id = $2) FOR UPDATE
            """;

    private final Database database;
    private final Orders orders;

    CancelOrder(Database database, Orders orders) {
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
        return database.transaction(transaction -> transaction
                .execute(LOCK, orderId, ownedBy)
                .invoke(rows -> Rows.first(rows, Current::from)
                        .orElseThrow(OrderNotFound::problem)
                        .require(OrderTransition.CANCEL, expectedVersion))
                .chain(() -> cancel(transaction, orderId, reason)));
    }

    private Uni<Void> cancel(Transaction transaction, UUID orderId, @Nullable String reason) {
        var change = new Orders.Change(orderId, reason, List.of(), Correlation.requestId());
        return orders.transition(transaction, OrderTransition.CANCEL, List.of(change))
                .replaceWithVoid();
    }

    private record Current(OrderStatus status, long version) {
        static Current from(io.vertx.mutiny.sqlclient.Row row) {
            return new Current(OrderStatus.valueOf(row.getString("status")), row.getLong("version"));
        }

        void require(OrderTransition transition, Optional<Long> expectedVersion) {
            if (expectedVersion.isPresent() && expectedVersion.get() != version) {
                throw Problem.of(412, "precondition-failed", "The order has changed since it was read.");
            }
            if (!transition.allowedFrom(status)) {
                throw Problem.conflict("illegal-transition", "A " + status + " order cannot be cancelled.")
                        .with("currentStatus", status)
                        .with("allowed", OrderTransition.allowedIn(status));
            }
        }
    }
}
