package io.duplex.order.timeline.api;

import io.duplex.chassis.Ids;
import io.duplex.chassis.security.Caller;
import io.duplex.order.OrderNotFound;
import io.duplex.order.timeline.FollowOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses who asks to follow an order that he has not: when a stream begins, its 200 has been sent. */
@ApplicationScoped
class OrderIsThere {
    private final FollowOrder followOrder;
    private final Caller caller;

    OrderIsThere(FollowOrder followOrder, Caller caller) {
        this.followOrder = followOrder;
        this.caller = caller;
    }

    @Follows
    @ServerRequestFilter
    Uni<Response> check(UriInfo uri) {
        var id = Ids.parse(uri.getPathParameters().getFirst("id")).orElseThrow(OrderNotFound::problem);
        return followOrder
                .requireOrder(id, caller.mayReadAll() ? null : caller.subject())
                .replaceWith((Response) null);
    }
}
