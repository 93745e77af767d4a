package io.duplex.order.analytics.api;

import io.duplex.chassis.security.Roles;
import io.duplex.order.analytics.BucketSize;
import io.duplex.order.analytics.FindSales;
import io.duplex.order.analytics.LiveSales;
import io.duplex.order.analytics.RebuildSales;
import io.duplex.order.analytics.Sales;
import io.duplex.order.analytics.SalesRange;
import io.duplex.order.api.OpenStreams;
import io.duplex.order.api.QueryTime;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Sales figures, once and live. */
@Tag(name = "Analytics")
@Path("/v1/analytics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.STAFF, Roles.ADMIN, Roles.SERVICE})
public class SalesResource {
    private final FindSales sales;
    private final LiveSales live;
    private final RebuildSales rebuilding;
    private final OpenStreams streams;
    private final Clock clock;

    SalesResource(FindSales sales, LiveSales live, RebuildSales rebuilding, OpenStreams streams, Clock clock) {
        this.sales = sales;
        this.live = live;
        this.rebuilding = rebuilding;
        this.streams = streams;
        this.clock = clock;
    }

    @GET
    @Path("sales")
    @APIResponseSchema(value = Sales.class, responseCode = "200")
    @Operation(operationId = "readSales", summary = "Read sales figures by the hour or the day")
    public Uni<Sales> read(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @DefaultValue("hour") @Pattern(regexp = "hour|day") String bucket,
            @RestQuery @DefaultValue("10") @Min(1) @Max(100) int top) {
        var range = SalesRange.of(
                BucketSize.of(bucket),
                QueryTime.parse("from", from),
                QueryTime.parse("to", to),
                OffsetDateTime.now(clock));
        return sales.find(range, top);
    }

    @GET
    @Path("stream")
    @FollowsSales
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @APIResponse(
            responseCode = "200",
            description =
                    "An event \"sales\" with the figures of the current hour at once and whenever they have changed.",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = Sales.class)))
    @Operation(operationId = "followSales", summary = "Follow the sales figures of the current hour")
    public Multi<OutboundSseEvent> follow(@Context Sse sse) {
        return streams.admit(live.follow()).map(figures -> event(sse, figures));
    }

    /** For those who run the service: reached on its own port only, and no part of its public document. */
    @POST
    @Path("rebuild")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Uni<Rebuilt> rebuild() {
        return rebuilding.rebuild().map(Rebuilt::new);
    }

    private static OutboundSseEvent event(Sse sse, Optional<Sales> figures) {
        return figures.map(known -> sse.newEventBuilder()
                        .name("sales")
                        .data(Sales.class, known)
                        .build())
                .orElseGet(() -> sse.newEventBuilder().comment(" ping").build());
    }

    /** How many orders have been read. */
    record Rebuilt(long orders) {}
}
