package io.duplex.inventory.shipment;

import static io.duplex.inventory.shipment.ShipmentStatus.DISPATCHING;
import static io.duplex.inventory.shipment.ShipmentStatus.READY;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.sql.Database;
import io.duplex.inventory.reservation.Reservations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A clerk sends the goods of an order: only if its stock is still reserved, and order-service agrees. */
@ApplicationScoped
public class DispatchShipment {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Database database;
    private final Shipments shipments;
    private final Reservations reservations;
    private final SettleDispatch settleDispatch;

    DispatchShipment(Database database, Shipments shipments, Reservations reservations, SettleDispatch settleDispatch) {
        this.database = database;
        this.shipments = shipments;
        this.reservations = reservations;
        this.settleDispatch = settleDispatch;
    }

    /**
     * Dispatches a shipment; the same again changes nothing. 409 when it may not leave; 503 when order-service has not
     * said so definitely: it stays DISPATCHING then, and settles by itself.
     *
     * @param clerk the caller's subject, in whose name order-service is asked
     */
    public Uni<Shipment> dispatch(String id, String clerk) {
        var shipmentId = FindShipments.idOf(id);
        return shipments
                .one(shipmentId)
                .call(shipment -> shipment.status() == READY ? begin(shipment, clerk) : nothing())
                .chain(() -> shipments.one(shipmentId))
                .call(shipment -> shipment.status() == DISPATCHING ? settleDispatch.settle(shipment) : nothing())
                .chain(() -> shipments.one(shipmentId))
                .invoke(DispatchShipment::requireDispatched);
    }

    /**
     * The shipment is locked before the reservation, as wherever both change. Without an ACTIVE one nothing begins: the
     * shipment stays READY until it hears how the order ends. Nor does it when another clerk has been faster.
     */
    private Uni<Void> begin(Shipment shipment, String clerk) {
        return database.transaction(transaction -> shipments
                .lockThoseOf(transaction, List.of(shipment.orderId()))
                .chain(() -> reservations.hold(transaction, shipment.orderId()))
                .chain(isHeld -> isHeld ? shipments.begin(transaction, shipment.id(), clerk) : nothing()));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static void requireDispatched(Shipment shipment) {
        switch (shipment.status()) {
            case DISPATCHED, DELIVERED -> {}
            case DISPATCHING -> throw unanswered();
            case READY -> throw notReserved();
            case CANCELLED -> throw ShipmentAction.DISPATCH.refused(shipment);
        }
    }

    private static Problem unanswered() {
        return Problem.unavailable(
                "Order-service has not answered; the shipment is DISPATCHING and settles by itself.",
                RETRY_AFTER_SECONDS);
    }

    private static Problem notReserved() {
        return Problem.conflict("reservation-not-active", "The order's stock is not reserved any more.");
    }
}
