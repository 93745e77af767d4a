package io.duplex.order.timeline.api;

import io.duplex.chassis.Ids;
import io.duplex.chassis.security.Caller;
import io.duplex.chassis.security.Roles;
import io.duplex.order.OrderNotFound;
import io.duplex.order.timeline.Timeline;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What has happened to an order. */
@Tag(name = "Orders")
@Path("/v1/orders/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
public class TimelineResource {
    private final Timeline timeline;
    private final Caller caller;

    TimelineResource(Timeline timeline, Caller caller) {
        this.timeline = timeline;
        this.caller = caller;
    }

    @GET
    @APIResponseSchema(value = TimelineView.class, responseCode = "200")
    @Extension(name = "x-problems", value = "404 order-not-found")
    @Operation(operationId = "getTimeline", summary = "Read every fact about an order, oldest first")
    public Uni<TimelineView> read(String id) {
        return timeline.of(
                        Ids.parse(id).orElseThrow(OrderNotFound::problem),
                        caller.mayReadAll() ? null : caller.subject())
                .map(facts -> new TimelineView(facts.stream().map(FactView::of).toList()));
    }

    /** A timeline as it is shown. */
    record TimelineView(List<FactView> items) {}
}
