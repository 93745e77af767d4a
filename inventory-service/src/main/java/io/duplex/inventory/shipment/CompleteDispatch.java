package io.duplex.inventory.shipment;

import static io.duplex.inventory.shipment.ShipmentStatus.DISPATCHED;
import static io.duplex.inventory.shipment.ShipmentStatus.DISPATCHING;

import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.reservation.SellStock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Order-service has agreed: the stock is sold, the goods have left. Whoever hears of it first completes it, once. */
@ApplicationScoped
public class CompleteDispatch {
    private final Shipments shipments;
    private final SellStock sellStock;

    CompleteDispatch(Shipments shipments, SellStock sellStock) {
        this.shipments = shipments;
        this.sellStock = sellStock;
    }

    /**
     * Completes some dispatches, as orders are heard to be shipped.
     *
     * @param causes by shipment, the id of the event that told of it
     */
    public Uni<Void> complete(Transaction transaction, Map<UUID, String> causes) {
        return dispatched(transaction, causes.keySet())
                .invoke(dispatched -> transaction.passBy(causes.size() - dispatched.size()))
                .chain(dispatched -> transaction.publish(dispatched.stream()
                        .map(one -> ShipmentFact.dispatched(one).causedBy(causes.get(one.id())))
                        .toList()));
    }

    /** Completes one dispatch, as order-service has answered: whenever that was, the clerk's request has led to it. */
    Uni<Void> complete(Transaction transaction, UUID shipmentId) {
        return dispatched(transaction, List.of(shipmentId))
                .chain(dispatched -> transaction.publish(dispatched.stream()
                        .map(one -> ShipmentFact.dispatched(one).causedBy(one.dispatchRequest()))
                        .toList()));
    }

    /** Those that were DISPATCHING until now. */
    private Uni<List<Shipment>> dispatched(Transaction transaction, Collection<UUID> ids) {
        return shipments
                .move(transaction, ids, DISPATCHING, DISPATCHED)
                .call(dispatched -> sellStock.sell(
                        transaction,
                        dispatched.stream().collect(Collectors.toMap(Shipment::orderId, Shipment::clerk))));
    }
}
