package io.duplex.invoice.api;

import io.duplex.chassis.Ids;
import io.duplex.chassis.http.Conditions;
import io.duplex.chassis.http.Page;
import io.duplex.chassis.http.Problem;
import io.duplex.chassis.security.Caller;
import io.duplex.chassis.security.Roles;
import io.duplex.invoice.FindInvoices;
import io.duplex.invoice.InvoiceStatus;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Reading invoices. */
@Tag(name = "Invoices")
@Path("/v1/invoices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
public class InvoiceResource {
    private final FindInvoices invoices;
    private final Caller caller;

    InvoiceResource(FindInvoices invoices, Caller caller) {
        this.invoices = invoices;
        this.caller = caller;
    }

    @GET
    @APIResponseSchema(value = InvoicePage.class, responseCode = "200")
    @Operation(operationId = "listInvoices", summary = "List invoices, newest first")
    public Uni<Response> list(
            @RestQuery @Nullable UUID orderId,
            @RestQuery @Nullable String customerId,
            @RestQuery @Nullable InvoiceStatus status,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String after,
            @Context UriInfo uri) {
        var owner = caller.mayReadAll() ? customerId : caller.subject();
        var filter = new FindInvoices.Filter(orderId, owner, status, cursor(after));
        return invoices.newest(filter, limit + 1)
                .map(found -> Page.of(found, limit, invoice -> invoice.id().toString(), DocumentView::of))
                .map(page -> page.response(uri));
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(value = DocumentView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 invoice-not-found")
    @Operation(operationId = "getInvoice", summary = "Read an invoice")
    public Uni<Response> get(String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return invoices.one(Ids.parse(id).orElseThrow(InvoiceResource::notFound), owner())
                .onItem()
                .ifNull()
                .failWith(InvoiceResource::notFound)
                .map(invoice -> Conditions.respond(invoice.version(), ifNoneMatch, DocumentView.of(invoice)));
    }

    private @Nullable String owner() {
        return caller.mayReadAll() ? null : caller.subject();
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        var position = Page.position(after);
        return position == null ? null : Ids.parse(position).orElseThrow(Page::invalidCursor);
    }

    private static Problem notFound() {
        return Problem.notFound("invoice-not-found", "There is no such invoice.");
    }

    /** A page as the OpenAPI document describes it. */
    record InvoicePage(List<DocumentView> items, Page.Link page) {}
}
