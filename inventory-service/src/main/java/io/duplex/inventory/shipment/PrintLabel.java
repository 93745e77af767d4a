package io.duplex.inventory.shipment;

import io.duplex.chassis.http.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jboss.logging.Logger;

/** A clerk prints the label of a shipment. Order-service is asked for the address in the clerk's name, each time. */
@ApplicationScoped
public class PrintLabel {
    private static final Logger LOG = Logger.getLogger(PrintLabel.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Shipments shipments;
    private final Orders orders;

    PrintLabel(Shipments shipments, Orders orders) {
        this.shipments = shipments;
        this.orders = orders;
    }

    /** Makes the label, for which order-service has to be there; the same again changes nothing. 409 once it is of no use. */
    public Uni<Shipment> create(String id) {
        var shipmentId = FindShipments.idOf(id);
        return shipments
                .one(shipmentId)
                .map(shipment -> shipment.require(ShipmentAction.LABEL))
                .call(shipment -> address(shipment.orderId()))
                .chain(() -> shipments.label(shipmentId))
                .chain(() -> shipments.one(shipmentId));
    }

    /** The label as PDF, always the same bytes for the same address; 404 before it has been made. */
    public Uni<byte[]> print(String id) {
        return shipments
                .one(FindShipments.idOf(id))
                .map(shipment -> shipment.require(ShipmentAction.LABEL))
                .chain(shipment -> print(shipment, madeAt(shipment)));
    }

    /** Drawing takes its time, and no event loop's. */
    private Uni<byte[]> print(Shipment shipment, OffsetDateTime madeAt) {
        return address(shipment.orderId())
                .map(address -> new Label(shipment.trackingNumber(), shipment.orderId(), address, madeAt))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(Label::pdf);
    }

    private Uni<ShippingAddress> address(UUID orderId) {
        return orders.address(orderId)
                .onFailure()
                .invoke(failure -> LOG.warnf("No address for order %s: %s", orderId, failure))
                .onFailure()
                .transform(failure ->
                        Problem.unavailable("Order-service cannot be asked for the address.", RETRY_AFTER_SECONDS));
    }

    private static OffsetDateTime madeAt(Shipment shipment) {
        var madeAt = shipment.labelledAt();
        if (madeAt == null) {
            throw Problem.notFound("label-not-found", "No label has been made for this shipment.");
        }
        return madeAt;
    }
}
