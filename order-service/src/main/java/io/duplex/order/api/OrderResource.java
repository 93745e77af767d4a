package io.duplex.order.api;

import io.duplex.chassis.Ids;
import io.duplex.chassis.http.Conditions;
import io.duplex.chassis.http.Page;
import io.duplex.chassis.http.Problem;
import io.duplex.chassis.idempotency.Answer;
import io.duplex.chassis.idempotency.Idempotency;
import io.duplex.chassis.security.Caller;
import io.duplex.chassis.security.Roles;
import io.duplex.order.CancelOrder;
import io.duplex.order.FindOrders;
import io.duplex.order.Order;
import io.duplex.order.OrderNotFound;
import io.duplex.order.OrderStatus;
import io.duplex.order.PlaceOrder;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Placing, reading and cancelling orders. */
@Tag(name = "Orders")
@Path("/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.STAFF, Roles.ADMIN})
public class OrderResource {
    private final PlaceOrder placeOrder;
    private final CancelOrder cancelOrder;
    private final FindOrders orders;
    private final Idempotency idempotency;
    private final Caller caller;

    OrderResource(
            PlaceOrder placeOrder, CancelOrder cancelOrder, FindOrders orders, Idempotency idempotency, Caller caller) {
        this.placeOrder = placeOrder;
        this.cancelOrder = cancelOrder;
        this.orders = orders;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @APIResponseSchema(value = OrderView.class, responseCode = "201")
    @Extension(
            name = "x-problems",
            value = "409 insufficient-stock, price-changed, product-inactive; 422 unknown-sku, mixed-currencies")
    @Operation(operationId = "placeOrder", summary = "Place an order")
    public Uni<Response> place(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @NotNull @Valid PlaceOrderRequest body) {
        var command = new PlaceOrder.Command(
                customerOf(body), body.wanted(), body.shippingAddress(), body.reference(), body.expectedTotal());
        return placeOrder
                .place(command, idempotency.request(body), OrderView::created)
                .map(Answer::response);
    }

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
    @APIResponseSchema(value = OrderPage.class, responseCode = "200")
    @Operation(operationId = "listOrders", summary = "List orders, newest first")
    public Uni<Response> list(
            @RestQuery @Nullable OrderStatus status,
            @RestQuery @Nullable String customerId,
            @RestQuery @Nullable String createdFrom,
            @RestQuery @Nullable String createdTo,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String after,
            @Context UriInfo uri) {
        var filter = new FindOrders.Filter(
                caller.mayReadAll() ? customerId : caller.subject(),
                status,
                QueryTime.parse("createdFrom", createdFrom),
                QueryTime.parse("createdTo", createdTo),
                cursor(after));
        return orders.newest(filter, limit + 1)
                .map(found -> Page.of(found, limit, order -> order.id().toString(), OrderView::of))
                .map(page -> page.response(uri));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.CUSTOMER, Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
    @APIResponseSchema(value = OrderView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 order-not-found")
    @Operation(operationId = "getOrder", summary = "Read an order")
    public Uni<Response> get(String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return read(id).map(order -> Conditions.respond(order.version(), ifNoneMatch, OrderView.of(order)));
    }

    @POST
    @Path("{id}/cancel")
    @APIResponseSchema(value = OrderView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 order-not-found; 409 illegal-transition")
    @Operation(operationId = "cancelOrder", summary = "Cancel an order that has not been shipped")
    public Uni<Response> cancel(
            String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable @Valid CancelOrderRequest body) {
        var reason = body == null ? null : body.reason();
        return cancelOrder
                .cancel(orderId(id), owner(), Conditions.expectedVersion(ifMatch), reason)
                .chain(() -> read(id))
                .map(order -> Conditions.respond(order.version(), null, OrderView.of(order)));
    }

    private Uni<Order> read(String id) {
        return orders.one(orderId(id), owner());
    }

    private @Nullable String owner() {
        return caller.mayReadAll() ? null : caller.subject();
    }

    private String customerOf(PlaceOrderRequest body) {
        if (!caller.isStaff()) {
            if (body.customerId() != null && !body.customerId().equals(caller.subject())) {
                throw invalidCustomer("not-allowed", "A customer orders for nobody else.");
            }
            return caller.subject();
        }
        if (body.customerId() == null) {
            throw invalidCustomer("required", "Staff say for whom they order.");
        }
        return body.customerId();
    }

    private static Problem invalidCustomer(String code, String detail) {
        var violation = new Problem.Violation("#/customerId", code, detail);
        return Problem.unprocessable("validation-failed", detail, List.of(violation));
    }

    private static UUID orderId(String id) {
        return Ids.parse(id).orElseThrow(OrderNotFound::problem);
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        var position = Page.position(after);
        return position == null ? null : Ids.parse(position).orElseThrow(Page::invalidCursor);
    }

    /** A page as the OpenAPI document describes it. */
    record OrderPage(List<OrderView> items, Page.Link page) {}
}
