package io.duplex.inventory.shipment.api;

import io.duplex.chassis.idempotency.Answer;
import io.duplex.chassis.security.Roles;
import io.duplex.inventory.shipment.PrintLabel;
import io.duplex.inventory.shipment.Shipment;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shipping labels. The address on them is order-service's; it is asked for each time, and nothing of it is kept. */
@Tag(name = "Shipments")
@Path("/v1/shipments/{id}/label")
public class LabelResource {
    private static final String PDF = "application/pdf";

    private final PrintLabel printLabel;

    LabelResource(PrintLabel printLabel) {
        this.printLabel = printLabel;
    }

    @POST
    @RolesAllowed({Roles.STAFF, Roles.ADMIN})
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = ShipmentView.class, responseCode = "201")
    @Extension(name = "x-problems", value = "404 shipment-not-found; 409 illegal-transition")
    @Operation(operationId = "createLabel", summary = "Make the label of a shipment")
    public Uni<Response> create(String id) {
        return printLabel.create(id).map(LabelResource::created);
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
    @Produces(PDF)
    @APIResponse(
            responseCode = "200",
            description = "The label, A6",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Extension(name = "x-problems", value = "404 shipment-not-found, label-not-found; 409 illegal-transition")
    @Operation(operationId = "getLabel", summary = "Print the label of a shipment")
    public Uni<Response> get(String id) {
        return printLabel.print(id).map(pdf -> Response.ok(pdf, PDF)
                .header("Cache-Control", "no-store")
                .build());
    }

    private static Response created(Shipment shipment) {
        var label = "/v1/shipments/" + shipment.id() + "/label";
        return Answer.created(label, shipment.version(), ShipmentView.of(shipment))
                .response();
    }
}
