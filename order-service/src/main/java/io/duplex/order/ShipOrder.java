package io.duplex.order;

import io.duplex.chassis.http.Correlation;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets a confirmed order leave. Who cancels it at the same moment comes before or after, never in between. */
@ApplicationScoped
public class ShipOrder {
    private final Database database;
    private final ChangeOrders orders;

    ShipOrder(Database database, ChangeOrders orders) {
        this.database = database;
        this.orders = orders;
    }

    /**
     * Ships. What this shipment has shipped before stays as it is; 409 when the order cannot leave, or has left by another.
     *
     * @param actor who dispatches it
     */
    public Uni<Void> ship(UUID orderId, UUID shipmentId, String actor) {
        var shipment = new Shipment(shipmentId, actor);
        return database.transaction(transaction -> LockedOrder.lock(transaction, orderId, null)
                .chain(order -> shipmentId.equals(order.shipmentId())
                        ? Uni.createFrom().voidItem()
                        : ship(transaction, orderId, order, shipment)));
    }

    private Uni<Void> ship(Transaction transaction, UUID orderId, LockedOrder order, Shipment shipment) {
        order.require(OrderTransition.SHIP);
        var change = ChangeOrders.Change.of(orderId, Correlation.requestId()).by(shipment);
        return orders.change(transaction, OrderTransition.SHIP, List.of(change)).replaceWithVoid();
    }
}
