package io.duplex.chassis.inbox.api;

import io.duplex.chassis.Ids;
import io.duplex.chassis.http.Page;
import io.duplex.chassis.inbox.CloseDeadLetter;
import io.duplex.chassis.inbox.DeadLetter;
import io.duplex.chassis.inbox.DeadLetters;
import io.duplex.chassis.inbox.Outcome;
import io.duplex.chassis.security.Caller;
import io.duplex.chassis.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Dead letters, for those who run the service: reached on its own port only, and no part of its public document. */
@Path("/v1/dead-letters")
@RolesAllowed(Roles.ADMIN)
public class DeadLetterResource {
    private final DeadLetters letters;
    private final CloseDeadLetter closing;
    private final Caller caller;

    DeadLetterResource(DeadLetters letters, CloseDeadLetter closing, Caller caller) {
        this.letters = letters;
        this.closing = closing;
        this.caller = caller;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> list(
            @RestQuery DeadLetter.@Nullable Status status,
            @RestQuery @Nullable String consumer,
            @RestQuery @Nullable String topic,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String after,
            @Context UriInfo uri) {
        return letters.page(new DeadLetters.Filter(status, consumer, topic), before(after), limit + 1)
                .map(found -> Page.of(found, limit, letter -> letter.id().toString(), DeadLetterView::of))
                .map(page -> page.response(uri));
    }

    @POST
    @Path("{id}/redrive")
    @Operation(hidden = true)
    public Uni<Outcome> redrive(String id) {
        return closing.redrive(known(id), caller.subject());
    }

    @POST
    @Path("{id}/discard")
    @Operation(hidden = true)
    public Uni<Outcome> discard(String id) {
        return closing.discard(known(id), caller.subject());
    }

    private static UUID known(String id) {
        return Ids.parse(id).orElseThrow(CloseDeadLetter::unknown);
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        var position = Page.position(cursor);
        return position == null ? null : Ids.parse(position).orElseThrow(Page::invalidCursor);
    }
}
