package io.duplex.order;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order that nobody else changes until the transaction ends. */
record LockedOrder(OrderStatus status, long version, @Nullable UUID shipmentId) {
    private static final String LOCK =
            """
            SELECT status, version, shipment_id FROM orders
             WHERE id = $1 AND ($2::text IS NULL OR customer_id = $2) FOR UPDATE
            """;

    /** Locks an order if it is the customer's (null: anybody's); 404 otherwise. */
    static Uni<LockedOrder> lock(Transaction transaction, UUID orderId, @Nullable String ownedBy) {
        return transaction.execute(LOCK, orderId, ownedBy).map(rows -> Rows.first(rows, LockedOrder::from)
                .orElseThrow(OrderNotFound::problem));
    }

    private static LockedOrder from(Row row) {
        return new LockedOrder(
                OrderStatus.valueOf(row.getString("status")), row.getLong("version"), row.getUUID("shipment_id"));
    }

    /** 412 unless it stands in the version that the caller insists on. */
    void require(Optional<Long> expectedVersion) {
        if (expectedVersion.isPresent() && expectedVersion.get() != version) {
            throw Problem.of(412, "precondition-failed", "The order has changed since it was read.");
        }
    }

    /** 409 unless this may happen to it. */
    void require(OrderTransition transition) {
        if (!transition.allowedFrom(status)) {
            throw Problem.conflict(
                            "illegal-transition", "A " + status + " order cannot become " + transition.to() + ".")
                    .with("currentStatus", status)
                    .with("allowed", OrderTransition.allowedIn(status));
        }
    }
}
