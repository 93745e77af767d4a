package io.duplex.inventory.stock.api;

import io.duplex.chassis.http.Conditions;
import io.duplex.chassis.http.Page;
import io.duplex.chassis.security.Roles;
import io.duplex.inventory.Skus;
import io.duplex.inventory.stock.LowState;
import io.duplex.inventory.stock.Refusals;
import io.duplex.inventory.stock.StockLevel;
import io.duplex.inventory.stock.StockLevels;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/** Reading stock levels. */
@Tag(name = "Stock")
@Path("/v1/stock")
@Produces(MediaType.APPLICATION_JSON)
public class StockResource {
    private final StockLevels levels;

    StockResource(StockLevels levels) {
        this.levels = levels;
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
    @APIResponseSchema(value = StockPage.class, responseCode = "200")
    @Operation(operationId = "listStock", summary = "List stock levels in the order of their SKUs")
    public Uni<Response> list(
            @RestQuery @Nullable LowState lowState,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String after,
            @Context UriInfo uri) {
        return levels.page(lowState, Skus.fromCursor(after), limit + 1)
                .map(found -> Page.of(found, limit, StockLevel::sku, StockView::of))
                .map(page -> page.response(uri));
    }

    @GET
    @Path("{sku}")
    @Authenticated
    @APIResponseSchema(value = StockView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 product-not-found")
    @Operation(operationId = "getStock", summary = "Read the stock level of a SKU")
    public Uni<Response> get(String sku, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return levels.of(Skus.parse(sku).orElseThrow(Refusals::unknownProduct))
                .onItem()
                .ifNull()
                .failWith(Refusals::unknownProduct)
                .map(level -> Conditions.respond(level.version(), ifNoneMatch, StockView.of(level)));
    }

    /** A page as the OpenAPI document describes it. */
    record StockPage(List<StockView> items, Page.Link page) {}
}
