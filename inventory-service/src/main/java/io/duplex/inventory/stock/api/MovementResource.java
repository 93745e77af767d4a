package io.duplex.inventory.stock.api;

import io.duplex.chassis.http.Page;
import io.duplex.chassis.idempotency.Idempotency;
import io.duplex.chassis.security.Caller;
import io.duplex.chassis.security.Roles;
import io.duplex.inventory.Skus;
import io.duplex.inventory.stock.Ledger;
import io.duplex.inventory.stock.RecordMovement;
import io.duplex.inventory.stock.Refusals;
import io.duplex.inventory.stock.StockLevels;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Telling of stock movements, and reading the ledger. */
@Tag(name = "Stock")
@Path("/v1/stock/{sku}/movements")
@Produces(MediaType.APPLICATION_JSON)
public class MovementResource {
    private final RecordMovement recordMovement;
    private final StockLevels levels;
    private final Ledger ledger;
    private final Idempotency idempotency;
    private final Caller caller;

    MovementResource(
            RecordMovement recordMovement, StockLevels levels, Ledger ledger, Idempotency idempotency, Caller caller) {
        this.recordMovement = recordMovement;
        this.levels = levels;
        this.ledger = ledger;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.STAFF, Roles.ADMIN})
    @APIResponseSchema(value = MovementView.class, responseCode = "201")
    @Extension(name = "x-problems", value = "404 product-not-found; 409 insufficient-stock")
    @Operation(operationId = "recordMovement", summary = "Record goods received, corrected, counted or returned")
    public Uni<Response> record(
            String sku,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @NotNull @Valid RecordMovementRequest body) {
        var note = body.note(caller.subject());
        return idempotency.once(body, transaction -> recordMovement
                .record(transaction, known(sku), body.type().movement(), body.quantity(), note)
                .map(MovementView::created));
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
    @APIResponseSchema(value = MovementPage.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 product-not-found")
    @Operation(operationId = "listMovements", summary = "List the ledger of a SKU, newest first")
    public Uni<Response> list(
            String sku,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String after,
            @Context UriInfo uri) {
        return levels.of(known(sku))
                .onItem()
                .ifNull()
                .failWith(Refusals::unknownProduct)
                .chain(level -> ledger.page(level.sku(), before(after), limit + 1))
                .map(found -> Page.of(found, limit, row -> Long.toString(row.position()), MovementView::of))
                .map(page -> page.response(uri));
    }

    private static String known(String sku) {
        return Skus.parse(sku).orElseThrow(Refusals::unknownProduct);
    }

    private static long before(@Nullable String cursor) {
        var position = Page.position(cursor);
        try {
            return position == null ? Long.MAX_VALUE : Long.parseLong(position);
        } catch (NumberFormatException notOurs) {
            throw Page.invalidCursor();
        }
    }

    /** A page as the OpenAPI document describes it. */
    record MovementPage(List<MovementView> items, Page.Link page) {}
}
