package io.duplex.order.catalogue.api;

import io.duplex.chassis.security.Roles;
import io.duplex.order.catalogue.SyncCatalogue;
import io.duplex.order.catalogue.Synced;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** "Sync now". */
@Tag(name = "Catalogue")
@Path("/v1/catalogue/sync")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STAFF, Roles.ADMIN})
public class CatalogueResource {
    private final SyncCatalogue syncCatalogue;

    CatalogueResource(SyncCatalogue syncCatalogue) {
        this.syncCatalogue = syncCatalogue;
    }

    @POST
    @APIResponseSchema(value = Synced.class, responseCode = "200")
    @Extension(name = "x-problems", value = "502 inventory-failed")
    @Operation(
            operationId = "syncCatalogue",
            summary = "Reload the catalogue view from inventory-service",
            description =
                    "Newer facts that events have told stay. The counts are SKUs. 502 and 503 say what failed; what "
                            + "was read before stays.")
    public Uni<Synced> sync() {
        return syncCatalogue.sync();
    }
}
