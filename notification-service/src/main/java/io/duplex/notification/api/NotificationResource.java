package io.duplex.notification.api;

import io.duplex.chassis.Ids;
import io.duplex.chassis.http.Conditions;
import io.duplex.chassis.http.Page;
import io.duplex.chassis.http.Problem;
import io.duplex.chassis.security.Caller;
import io.duplex.chassis.security.Roles;
import io.duplex.notification.Channel;
import io.duplex.notification.FindNotifications;
import io.duplex.notification.NotificationStatus;
import io.duplex.notification.message.Messages;
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

/** What was said to whom, and how the attempts to deliver it went. */
@Tag(name = "Notifications")
@Path("/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
public class NotificationResource {
    private final FindNotifications notifications;
    private final Messages messages;
    private final Caller caller;

    NotificationResource(FindNotifications notifications, Messages messages, Caller caller) {
        this.notifications = notifications;
        this.messages = messages;
        this.caller = caller;
    }

    @GET
    @APIResponseSchema(value = NotificationPage.class, responseCode = "200")
    @Operation(operationId = "listNotifications", summary = "List notifications, newest first")
    public Uni<Response> list(
            @RestQuery @Nullable String orderId,
            @RestQuery @Nullable String customerId,
            @RestQuery @Nullable Channel channel,
            @RestQuery @Nullable NotificationStatus status,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String after,
            @Context UriInfo uri) {
        var filter = new FindNotifications.Filter(
                caller.mayReadAll() ? customerId : caller.subject(), orderId(orderId), channel, status, cursor(after));
        return notifications
                .newest(filter, limit + 1)
                .map(found ->
                        Page.of(found, limit, one -> one.id.toString(), one -> NotificationView.of(one, messages)))
                .map(page -> page.response(uri));
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(value = NotificationView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 notification-not-found")
    @Operation(operationId = "getNotification", summary = "Read a notification with its words and attempts")
    public Uni<Response> get(String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        var known = Ids.parse(id).orElseThrow(FindNotifications::notFound);
        return notifications
                .one(known, caller.mayReadAll() ? null : caller.subject())
                .map(found -> Conditions.respond(found.version, ifNoneMatch, NotificationView.of(found, messages)));
    }

    private static @Nullable UUID orderId(@Nullable String value) {
        return value == null
                ? null
                : Ids.parse(value).orElseThrow(() -> Problem.badRequest("invalid-parameter", "orderId is no UUID."));
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        var position = Page.position(after);
        return position == null ? null : Ids.parse(position).orElseThrow(Page::invalidCursor);
    }

    /** A page as the OpenAPI document describes it. */
    record NotificationPage(List<NotificationView> items, Page.Link page) {}
}
