package io.duplex.inventory.reconcile.api;

import io.duplex.chassis.security.Caller;
import io.duplex.chassis.security.Roles;
import io.duplex.inventory.reconcile.Reconcile;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Asking whether the books are right. */
@Tag(name = "Stock")
@Path("/v1/stock")
@Produces(MediaType.APPLICATION_JSON)
public class ReconcileResource {
    private final Reconcile reconcile;
    private final Caller caller;

    ReconcileResource(Reconcile reconcile, Caller caller) {
        this.reconcile = reconcile;
        this.caller = caller;
    }

    @POST
    @Path("reconcile")
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "reconcileStock", summary = "Reconcile stock with its ledger and with orders")
    public Uni<ReportView> reconcile(
            @RestQuery @DefaultValue("false") @Pattern(regexp = "true|false") String apply,
            @RestQuery @DefaultValue("100") @Min(1) @Max(200) int limit) {
        var report = Boolean.parseBoolean(apply) ? reconcile.apply(limit, caller.subject()) : reconcile.propose(limit);
        return report.map(ReportView::of);
    }
}
