package io.duplex.inventory.shipment;

import static io.duplex.inventory.shipment.ShipmentStatus.DELIVERED;
import static io.duplex.inventory.shipment.ShipmentStatus.DISPATCHED;

import io.duplex.chassis.sql.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The goods of an order have arrived. */
@ApplicationScoped
public class DeliverShipment {
    private final Database database;
    private final Shipments shipments;

    DeliverShipment(Database database, Shipments shipments) {
        this.database = database;
        this.shipments = shipments;
    }

    /** Delivers a DISPATCHED shipment; the same again changes nothing. 409 when it stands anywhere else. */
    public Uni<Shipment> deliver(String id) {
        var shipmentId = FindShipments.idOf(id);
        return database.transaction(transaction -> shipments
                        .move(transaction, List.of(shipmentId), DISPATCHED, DELIVERED)
                        .chain(delivered -> transaction.publish(
                                delivered.stream().map(ShipmentFact::delivered).toList())))
                .chain(() -> shipments.one(shipmentId))
                .invoke(DeliverShipment::requireDelivered);
    }

    private static void requireDelivered(Shipment shipment) {
        if (shipment.status() != DELIVERED) {
            throw ShipmentAction.DELIVER.refused(shipment);
        }
    }
}
