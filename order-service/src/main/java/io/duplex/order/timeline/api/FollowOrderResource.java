package io.duplex.order.timeline.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.chassis.Ids;
import io.duplex.chassis.http.Problem;
import io.duplex.chassis.security.Caller;
import io.duplex.chassis.security.Roles;
import io.duplex.order.OrderNotFound;
import io.duplex.order.api.OpenStreams;
import io.duplex.order.timeline.Beat;
import io.duplex.order.timeline.Cursor;
import io.duplex.order.timeline.FollowOrder;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is happening to an order, as server-sent events. */
@Tag(name = "Orders")
@RolesAllowed({Roles.CUSTOMER, Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
@Path("/v1/orders/{id}/events")
@Produces(MediaType.SERVER_SENT_EVENTS)
public class FollowOrderResource {
    private final FollowOrder followOrder;
    private final OpenStreams streams;
    private final Caller caller;
    private final ObjectMapper json;

    FollowOrderResource(FollowOrder followOrder, OpenStreams streams, Caller caller, ObjectMapper json) {
        this.followOrder = followOrder;
        this.streams = streams;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Follows
    @APIResponse(
            responseCode = "200",
            description = "Facts as server-sent events: the data is a Fact, the id goes into Last-Event-ID.",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @Extension(name = "x-problems", value = "404 order-not-found")
    @Operation(
            operationId = "followOrder",
            summary = "Follow an order live",
            description = "One event for each fact, from the first on or after Last-Event-ID; a comment every 15 s. "
                    + "10 s after the order has ended, an event named end, and that is all.")
    public Multi<OutboundSseEvent> follow(
            String id, @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        var beats = followOrder.follow(
                Ids.parse(id).orElseThrow(OrderNotFound::problem),
                caller.mayReadAll() ? null : caller.subject(),
                cursor(lastEventId));
        return streams.admit(beats).map(beat -> event(sse, beat));
    }

    private OutboundSseEvent event(Sse sse, Beat beat) {
        var event = sse.newEventBuilder();
        if (beat instanceof Beat.Told told) {
            return event.id(told.cursor().toString()).data(written(told)).build();
        }
        return beat instanceof Beat.End
                ? event.name("end").data("{}").build()
                : event.comment(" ping").build();
    }

    private String written(Beat.Told told) {
        try {
            return json.writeValueAsString(FactView.of(told.fact()));
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalArgumentException(notSerializable);
        }
    }

    private static Cursor cursor(@Nullable String lastEventId) {
        return lastEventId == null || lastEventId.isEmpty()
                ? Cursor.START
                : Cursor.parse(lastEventId)
                        .orElseThrow(() -> Problem.badRequest(
                                "invalid-parameter", "Last-Event-ID is no id of an event of this stream."));
    }
}
