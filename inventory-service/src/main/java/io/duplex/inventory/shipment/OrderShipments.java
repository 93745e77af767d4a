package io.duplex.inventory.shipment;

import static io.duplex.inventory.shipment.ShipmentStatus.CANCELLED;
import static io.duplex.inventory.shipment.ShipmentStatus.READY;

import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What becomes of orders, as their shipments follow it. */
@ApplicationScoped
public class OrderShipments {
    private final Shipments shipments;

    OrderShipments(Shipments shipments) {
        this.shipments = shipments;
    }

    /** Locks the shipments of some orders until the transaction ends. */
    public Uni<Void> lock(Transaction transaction, Collection<UUID> orderIds) {
        return shipments.lockThoseOf(transaction, orderIds);
    }

    /**
     * Orders are confirmed: each gets its shipment, READY, unless it has one. Fails when stock was never asked for one.
     *
     * @param causes the id of the event that confirmed each order
     */
    public Uni<Void> ready(Transaction transaction, Map<UUID, String> causes) {
        return shipments
                .insert(transaction, causes.keySet())
                .invoke(ready -> transaction.passBy(causes.size() - ready.size()))
                .chain(ready -> transaction.publish(ready.stream()
                        .map(one -> ShipmentFact.ready(one).causedBy(causes.get(one.orderId())))
                        .toList()));
    }

    /**
     * Orders have ended: what is READY is CANCELLED. What is DISPATCHING waits for order-service's answer, which can only
     * be no then.
     */
    public Uni<Void> cancel(Transaction transaction, Collection<UUID> orderIds) {
        return shipments.moveThoseOf(transaction, orderIds, READY, CANCELLED).replaceWithVoid();
    }
}
