package io.duplex.inventory.shipment;

import static java.util.Objects.requireNonNull;

import io.duplex.chassis.http.Correlation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Order-service, asked over REST; any failure means that it could not be asked. */
@ApplicationScoped
class Orders {
    private static final int LONGEST_ACTOR = 255;

    private final ShipClient shipClient;
    private final AddressClient addressClient;

    Orders(@RestClient ShipClient shipClient, @RestClient AddressClient addressClient) {
        this.shipClient = shipClient;
        this.addressClient = addressClient;
    }

    /** What order-service says to a dispatch. */
    enum Answer {
        /** The order is SHIPPED, by this shipment. */
        SHIPPED,
        /** It cannot be, and never will be. */
        REFUSED,
        /** Nothing definite: it may or may not be. */
        NONE
    }

    /** Ships the order of a shipment, in the name of the clerk and of the request that dispatches it; idempotent. */
    @Timeout(3_000)
    Uni<Answer> ship(Shipment shipment) {
        return shipClient
                .ship(
                        shipment.orderId(),
                        actor(shipment.clerk()),
                        shipment.dispatchRequest(),
                        Correlation.traceParent(),
                        new ShipClient.ShipRequest(shipment.id()))
                .map(Orders::agreed)
                .onFailure(ShippingRefused.class)
                .recoverWithItem(Answer.REFUSED);
    }

    /** A subject as a header can carry it, and order-service takes it: any other would be refused for ever. */
    private static String actor(String clerk) {
        var printable = clerk.replaceAll("[^\\x20-\\x7e]", "?").strip();
        return printable.substring(0, Math.min(printable.length(), LONGEST_ACTOR));
    }

    /** An order that tells of no status is not order-service's answer. */
    private static Answer agreed(ShipClient.Shipped shipped) {
        requireNonNull(shipped.status(), "no order in the answer");
        return Answer.SHIPPED;
    }

    /** Where an order goes. */
    @Timeout(3_000)
    Uni<ShippingAddress> address(UUID orderId) {
        return addressClient.order(orderId).map(AddressClient.Order::shippingAddress);
    }
}
