package io.duplex.inventory.shipment;

import static io.duplex.inventory.shipment.ShipmentStatus.*;

import io.duplex.chassis.http.Problem;
import java.util.Arrays;
import java.util.List;

/** What a clerk may do with a shipment, depending on where it stands. */
public enum ShipmentAction {
    LABEL(List.of(READY, DISPATCHING, DISPATCHED)),
    DISPATCH(List.of(READY, DISPATCHING)),
    DELIVER(List.of(DISPATCHED));

    @SuppressWarnings("ImmutableEnumChecker") // always made by List.of
    private final List<ShipmentStatus> from;

    ShipmentAction(List<ShipmentStatus> from) {
        this.from = from;
    }

    boolean allowedFrom(ShipmentStatus status) {
        return from.contains(status);
    }

    /** The refusal of this action: 409, with what is allowed instead. */
    Problem refused(Shipment shipment) {
        var status = shipment.status();
        return Problem.conflict("illegal-transition", "A " + status + " shipment does not allow " + this + ".")
                .with("currentStatus", status)
                .with("allowed", allowedIn(status));
    }

    private static List<ShipmentAction> allowedIn(ShipmentStatus status) {
        return Arrays.stream(values())
                .filter(action -> action.allowedFrom(status))
                .toList();
    }
}
