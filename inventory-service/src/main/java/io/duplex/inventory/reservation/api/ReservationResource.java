package io.duplex.inventory.reservation.api;

import io.duplex.chassis.Ids;
import io.duplex.chassis.http.Conditions;
import io.duplex.chassis.http.Problem;
import io.duplex.chassis.security.Roles;
import io.duplex.inventory.reservation.Reservations;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading what is promised to an order. */
@Tag(name = "Reservations")
@Path("/v1/reservations/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
public class ReservationResource {
    private final Reservations reservations;

    ReservationResource(Reservations reservations) {
        this.reservations = reservations;
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
    @APIResponseSchema(value = ReservationView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 reservation-not-found")
    @Operation(operationId = "getReservation", summary = "Read the reservation of an order")
    public Uni<Response> get(String orderId, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return reservations
                .ofOrder(Ids.parse(orderId).orElseThrow(ReservationResource::unknown))
                .onItem()
                .ifNull()
                .failWith(ReservationResource::unknown)
                .map(found -> Conditions.respond(found.version(), ifNoneMatch, ReservationView.of(found)));
    }

    private static Problem unknown() {
        return Problem.notFound("reservation-not-found", "No stock was ever asked for an order with this id.");
    }
}
