package io.duplex.inventory.shipment;

import static io.duplex.inventory.shipment.ShipmentStatus.CANCELLED;
import static io.duplex.inventory.shipment.ShipmentStatus.DISPATCHING;

import io.duplex.chassis.sql.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Asks order-service whether the goods of a DISPATCHING shipment may leave, and does what the answer calls for. No
 * transaction is open meanwhile, and doing it twice, even at once, is as doing it once.
 */
@ApplicationScoped
class SettleDispatch {
    private static final Logger LOG = Logger.getLogger(SettleDispatch.class);

    private final Database database;
    private final Shipments shipments;
    private final CompleteDispatch completeDispatch;
    private final Orders orders;

    SettleDispatch(Database database, Shipments shipments, CompleteDispatch completeDispatch, Orders orders) {
        this.database = database;
        this.shipments = shipments;
        this.completeDispatch = completeDispatch;
        this.orders = orders;
    }

    /** Settles it, or leaves it as it is when there is no definite answer; whether there was one. */
    Uni<Boolean> settle(Shipment shipment) {
        return orders.ship(shipment)
                .onFailure()
                .invoke(failure -> LOG.warnf("No definite answer about shipment %s: %s", shipment.id(), failure))
                .onFailure()
                .recoverWithItem(Orders.Answer.NONE)
                .call(answer -> follow(answer, shipment))
                .map(answer -> answer != Orders.Answer.NONE);
    }

    private Uni<Void> follow(Orders.Answer answer, Shipment shipment) {
        return switch (answer) {
            case SHIPPED -> database.transaction(transaction -> completeDispatch.complete(transaction, shipment.id()));
            case REFUSED -> cancel(shipment);
            case NONE -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> cancel(Shipment shipment) {
        var ids = List.of(shipment.id());
        return database.transaction(transaction -> shipments.move(transaction, ids, DISPATCHING, CANCELLED))
                .replaceWithVoid();
    }
}
