package io.duplex.notification.contact.api;

import io.duplex.chassis.http.Conditions;
import io.duplex.chassis.security.Caller;
import io.duplex.chassis.security.Roles;
import io.duplex.notification.contact.Contacts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** How a customer wants to be reached: the customer's own business, or staff's on their behalf. */
@Path("/v1/contacts/{customerId}")
@RolesAllowed({Roles.CUSTOMER, Roles.STAFF, Roles.ADMIN})
public class ContactResource {
    private static final String CUSTOMER_ID = "[A-Za-z0-9._@-]{1,64}";

    private final Contacts contacts;
    private final Caller caller;

    ContactResource(Contacts contacts, Caller caller) {
        this.contacts = contacts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
    @Operation(operationId = "getContact", summary = "Read a contact")
    @APIResponse(
            responseCode = "200",
            description = "The contact",
            content = @Content(schema = @Schema(implementation = ContactBody.class)))
    public Uni<Response> get(String customerId, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        requireKnown(customerId, caller.mayReadAll());
        return show(customerId, ifNoneMatch);
    }

    @PUT
    @Operation(operationId = "putContact", summary = "Create or replace a contact")
    @APIResponse(
            responseCode = "200",
            description = "The contact",
            content = @Content(schema = @Schema(implementation = ContactBody.class)))
    public Uni<Response> put(
            String customerId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid ContactBody body) {
        requireKnown(customerId, caller.isStaff());
        return contacts.save(customerId, body.details(), Conditions.expectedVersion(ifMatch))
                .chain(() -> show(customerId, null));
    }

    @DELETE
    @Operation(operationId = "deleteContact", summary = "Erase a contact and every copy of its addresses")
    public Uni<Void> delete(String customerId) {
        requireKnown(customerId, caller.isStaff());
        return contacts.erase(customerId);
    }

    private Uni<Response> show(String customerId, @Nullable String ifNoneMatch) {
        return contacts.of(customerId)
                .map(contact -> Conditions.respond(contact.version, ifNoneMatch, ContactBody.of(contact)));
    }

    /** Another customer's contact is as unknown as one that does not exist. */
    private void requireKnown(String customerId, boolean anybodys) {
        if (!customerId.matches(CUSTOMER_ID) || !(anybodys || customerId.equals(caller.subject()))) {
            throw Contacts.notFound();
        }
    }
}
