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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How a customer wants to be reached: the customer's own business, or staff's on their behalf. */
@Tag(name = "Contacts")
@Path("/v1/contacts/{customerId}")
@Produces(MediaType.APPLICATION_JSON)
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
    @APIResponseSchema(value = ContactBody.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 contact-not-found")
    @Operation(operationId = "getContact", summary = "Read a contact")
    public Uni<Response> get(String customerId, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        requireKnown(customerId, caller.mayReadAll());
        return show(customerId, ifNoneMatch);
    }

    @PUT
    @APIResponseSchema(value = ContactBody.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 contact-not-found")
    @Operation(operationId = "putContact", summary = "Create or replace a contact")
    public Uni<Response> put(
            String customerId, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid ContactBody body) {
        requireKnown(customerId, caller.isStaff());
        return contacts.save(customerId, body.details(), Conditions.expectedVersion(ifMatch))
                .chain(() -> show(customerId, null));
    }

    @DELETE
    @Extension(name = "x-problems", value = "404 contact-not-found")
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
