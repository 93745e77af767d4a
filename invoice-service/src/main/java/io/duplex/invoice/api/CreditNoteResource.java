package io.duplex.invoice.api;

import io.duplex.chassis.Ids;
import io.duplex.chassis.http.Conditions;
import io.duplex.chassis.http.Problem;
import io.duplex.chassis.security.Caller;
import io.duplex.chassis.security.Roles;
import io.duplex.invoice.FindCreditNotes;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading credit notes. */
@Tag(name = "Credit notes")
@Path("/v1/credit-notes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
public class CreditNoteResource {
    private final FindCreditNotes creditNotes;
    private final Caller caller;

    CreditNoteResource(FindCreditNotes creditNotes, Caller caller) {
        this.creditNotes = creditNotes;
        this.caller = caller;
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(value = DocumentView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 credit-note-not-found")
    @Operation(operationId = "getCreditNote", summary = "Read a credit note")
    public Uni<Response> get(String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var owner = caller.mayReadAll() ? null : caller.subject();
        return creditNotes
                .one(Ids.parse(id).orElseThrow(CreditNoteResource::notFound), owner)
                .onItem()
                .ifNull()
                .failWith(CreditNoteResource::notFound)
                .map(DocumentView::of)
                .map(note -> Conditions.respond(note.version(), ifNoneMatch, note));
    }

    private static Problem notFound() {
        return Problem.notFound("credit-note-not-found", "There is no such credit note.");
    }
}
