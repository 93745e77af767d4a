package io.duplex.inventory.availability.api;

import io.duplex.inventory.availability.Availability;
import io.duplex.inventory.availability.CheckAvailability;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Asking whether there is enough. */
@Path("/v1/availability")
@Authenticated
public class AvailabilityResource {
    private final CheckAvailability checkAvailability;

    AvailabilityResource(CheckAvailability checkAvailability) {
        this.checkAvailability = checkAvailability;
    }

    @POST
    @Operation(
            operationId = "checkAvailability",
            summary = "Ask whether there is enough of some SKUs, and their prices")
    public Uni<Availability> check(@NotNull @Valid AvailabilityRequest body) {
        return checkAvailability.of(body.wanted());
    }
}
