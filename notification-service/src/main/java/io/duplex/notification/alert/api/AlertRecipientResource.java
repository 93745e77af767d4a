package io.duplex.notification.alert.api;

import io.duplex.chassis.security.Roles;
import io.duplex.notification.alert.AlertRecipients;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who hears that stock runs low. */
@Tag(name = "Alert recipients")
@Path("/v1/alert-recipients")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STAFF, Roles.ADMIN})
public class AlertRecipientResource {
    private final AlertRecipients recipients;

    AlertRecipientResource(AlertRecipients recipients) {
        this.recipients = recipients;
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
    @Operation(operationId = "getAlertRecipients", summary = "Read the alert recipients")
    public Uni<AlertRecipientsBody> get() {
        return recipients.all().map(AlertRecipientsBody::of);
    }

    @PUT
    @Operation(operationId = "putAlertRecipients", summary = "Replace the alert recipients")
    public Uni<AlertRecipientsBody> put(@NotNull @Valid AlertRecipientsBody body) {
        return recipients.replace(body.list()).chain(this::get);
    }
}
