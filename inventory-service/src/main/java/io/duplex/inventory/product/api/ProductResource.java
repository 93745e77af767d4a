package io.duplex.inventory.product.api;

import io.duplex.chassis.http.Conditions;
import io.duplex.chassis.http.Page;
import io.duplex.chassis.idempotency.Idempotency;
import io.duplex.chassis.security.Caller;
import io.duplex.chassis.security.Roles;
import io.duplex.inventory.PlainText;
import io.duplex.inventory.Skus;
import io.duplex.inventory.product.ChangeProduct;
import io.duplex.inventory.product.CreateProduct;
import io.duplex.inventory.product.Product;
import io.duplex.inventory.product.Products;
import io.duplex.inventory.stock.Refusals;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Taking products into the range, reading and changing them. */
@Tag(name = "Products")
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {
    private final CreateProduct createProduct;
    private final ChangeProduct changeProduct;
    private final Products products;
    private final Idempotency idempotency;
    private final Caller caller;

    ProductResource(
            CreateProduct createProduct,
            ChangeProduct changeProduct,
            Products products,
            Idempotency idempotency,
            Caller caller) {
        this.createProduct = createProduct;
        this.changeProduct = changeProduct;
        this.products = products;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.STAFF, Roles.ADMIN})
    @APIResponseSchema(value = ProductView.class, responseCode = "201")
    @Extension(name = "x-problems", value = "409 sku-exists")
    @Operation(operationId = "createProduct", summary = "Take a product into the range")
    public Uni<Response> create(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @NotNull @Valid CreateProductRequest body) {
        return idempotency.once(body, transaction -> createProduct
                .create(transaction, body.product(), caller.subject())
                .map(ProductView::created));
    }

    @GET
    @Authenticated
    @APIResponseSchema(value = ProductPage.class, responseCode = "200")
    @Operation(operationId = "listProducts", summary = "List products in the order of their SKUs")
    public Uni<Response> list(
            @RestQuery @Nullable @Size(max = 100) @PlainText String q,
            @RestQuery @Nullable @Pattern(regexp = "true|false") String active,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String after,
            @Context UriInfo uri) {
        return products.page(q, active == null ? null : Boolean.valueOf(active), Skus.fromCursor(after), limit + 1)
                .map(found -> Page.of(found, limit, Product::sku, ProductView::of))
                .map(page -> page.response(uri));
    }

    @GET
    @Path("{sku}")
    @Authenticated
    @APIResponseSchema(value = ProductView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 product-not-found")
    @Operation(operationId = "getProduct", summary = "Read a product")
    public Uni<Response> get(String sku, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return products.of(known(sku))
                .onItem()
                .ifNull()
                .failWith(Refusals::unknownProduct)
                .map(product -> Conditions.respond(product.version(), ifNoneMatch, ProductView.of(product)));
    }

    @PUT
    @Path("{sku}")
    @RolesAllowed({Roles.STAFF, Roles.ADMIN})
    @APIResponseSchema(value = ProductView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 product-not-found; 428 precondition-required")
    @Operation(operationId = "changeProduct", summary = "Change a product")
    public Uni<Response> change(
            String sku, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid ChangeProductRequest body) {
        var expected = Conditions.requiredVersion(ifMatch).orElse(null);
        return changeProduct
                .change(known(sku), body.details(), body.thresholds(), expected)
                .map(product -> Conditions.respond(product.version(), null, ProductView.of(product)));
    }

    private static String known(String sku) {
        return Skus.parse(sku).orElseThrow(Refusals::unknownProduct);
    }

    /** A page as the OpenAPI document describes it. */
    record ProductPage(List<ProductView> items, Page.Link page) {}
}
