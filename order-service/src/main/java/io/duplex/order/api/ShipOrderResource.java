package io.duplex.order.api;

import io.duplex.chassis.Ids;
import io.duplex.chassis.http.Conditions;
import io.duplex.chassis.security.Caller;
import io.duplex.chassis.security.Roles;
import io.duplex.order.FindOrders;
import io.duplex.order.OrderNotFound;
import io.duplex.order.ShipOrder;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Letting orders leave: for inventory-service alone, so it has no route through the gateway. */
@Tag(name = "Orders")
@Path("/v1/orders/{id}/ship")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
public class ShipOrderResource {
    private final ShipOrder shipOrder;
    private final FindOrders orders;
    private final Caller caller;

    ShipOrderResource(ShipOrder shipOrder, FindOrders orders, Caller caller) {
        this.shipOrder = shipOrder;
        this.orders = orders;
        this.caller = caller;
    }

    @POST
    @APIResponseSchema(value = OrderView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 order-not-found; 409 illegal-transition")
    @Operation(
            operationId = "shipOrder",
            summary = "Ship a confirmed order",
            description =
                    "The same shipment again changes nothing. X-Actor says who dispatches; without it, the caller.")
    public Uni<Response> ship(
            String id,
            @HeaderParam("X-Actor") @Nullable @Pattern(regexp = "[\\x21-\\x7e][\\x20-\\x7e]{0,254}") String actor,
            @NotNull @Valid ShipOrderRequest body) {
        var orderId = Ids.parse(id).orElseThrow(OrderNotFound::problem);
        return shipOrder
                .ship(orderId, body.shipmentId(), actor == null ? caller.subject() : actor)
                .chain(() -> orders.one(orderId, null))
                .map(order -> Conditions.respond(order.version(), null, OrderView.of(order)));
    }
}
