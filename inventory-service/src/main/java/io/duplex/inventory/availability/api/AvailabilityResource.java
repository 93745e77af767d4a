package io.duplex.inventory.availability.api;

import io.duplex.inventory.availability.Availability;
import io.duplex.inventory.availability.CheckAvailability;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asking whether there is enough. */
@Tag(name = "Availability")
@Path("/v1/availability")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class AvailabilityResource {
    private final CheckAvailability checkAvailability;

    AvailabilityResource(CheckAvailability checkAvailability) {
        this.checkAvailability = checkAvailability;
    }

    @POST
    @Extension(name = "x-problems", value = "422 unknown-sku")
    @Operation(
            operationId = "checkAvailability",
            summary = "Ask whether there is enough of some SKUs, and their prices")
    public Uni<Availability> check(@NotNull @Valid AvailabilityRequest body) {
        return checkAvailability.of(body.wanted());
    }
}
