package io.duplex.inventory.shipment.api;

import io.duplex.chassis.Ids;
import io.duplex.chassis.http.Conditions;
import io.duplex.chassis.http.Page;
import io.duplex.chassis.security.Caller;
import io.duplex.chassis.security.Roles;
import io.duplex.inventory.shipment.DeliverShipment;
import io.duplex.inventory.shipment.DispatchShipment;
import io.duplex.inventory.shipment.FindShipments;
import io.duplex.inventory.shipment.Shipment;
import io.duplex.inventory.shipment.ShipmentStatus;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Reading shipments, and sending them on their way. */
@Tag(name = "Shipments")
@Path("/v1/shipments")
@Produces(MediaType.APPLICATION_JSON)
public class ShipmentResource {
    private final FindShipments shipments;
    private final DispatchShipment dispatchShipment;
    private final DeliverShipment deliverShipment;
    private final Caller caller;

    ShipmentResource(
            FindShipments shipments,
            DispatchShipment dispatchShipment,
            DeliverShipment deliverShipment,
            Caller caller) {
        this.shipments = shipments;
        this.dispatchShipment = dispatchShipment;
        this.deliverShipment = deliverShipment;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
    @APIResponseSchema(value = ShipmentPage.class, responseCode = "200")
    @Operation(operationId = "listShipments", summary = "List shipments, newest first")
    public Uni<Response> list(
            @RestQuery @Nullable UUID orderId,
            @RestQuery @Nullable ShipmentStatus status,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String after,
            @Context UriInfo uri) {
        return shipments
                .newest(new FindShipments.Filter(orderId, status, cursor(after)), limit + 1)
                .map(found -> Page.of(found, limit, row -> row.id().toString(), ShipmentView::of))
                .map(page -> page.response(uri));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
    @APIResponseSchema(value = ShipmentView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 shipment-not-found")
    @Operation(operationId = "getShipment", summary = "Read a shipment")
    public Uni<Response> get(String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return shipments.one(id).map(found -> respond(found, ifNoneMatch));
    }

    @POST
    @Path("{id}/dispatch")
    @RolesAllowed({Roles.STAFF, Roles.ADMIN})
    @APIResponseSchema(value = ShipmentView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 shipment-not-found; 409 illegal-transition, reservation-not-active")
    @Operation(
            operationId = "dispatchShipment",
            summary = "Send the goods",
            description =
                    "The order is SHIPPED and its stock sold, or neither. After a 503 the shipment is DISPATCHING "
                            + "and settles by itself; the same call again is safe.")
    public Uni<Response> dispatch(String id) {
        return dispatchShipment.dispatch(id, caller.subject()).map(found -> respond(found, null));
    }

    @POST
    @Path("{id}/deliver")
    @RolesAllowed({Roles.STAFF, Roles.ADMIN})
    @APIResponseSchema(value = ShipmentView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 shipment-not-found; 409 illegal-transition")
    @Operation(operationId = "deliverShipment", summary = "Record that the goods have arrived")
    public Uni<Response> deliver(String id) {
        return deliverShipment.deliver(id).map(found -> respond(found, null));
    }

    private static Response respond(Shipment shipment, @Nullable String ifNoneMatch) {
        return Conditions.respond(shipment.version(), ifNoneMatch, ShipmentView.of(shipment));
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        var position = Page.position(after);
        return position == null ? null : Ids.parse(position).orElseThrow(Page::invalidCursor);
    }

    /** A page as the OpenAPI document describes it. */
    record ShipmentPage(List<ShipmentView> items, Page.Link page) {}
}
