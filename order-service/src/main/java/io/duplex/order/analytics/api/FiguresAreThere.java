package io.duplex.order.analytics.api;

import io.duplex.order.analytics.LiveSales;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses who wants to follow figures that cannot be read: when a stream begins, its 200 has been sent. */
@ApplicationScoped
class FiguresAreThere {
    private final LiveSales live;

    FiguresAreThere(LiveSales live) {
        this.live = live;
    }

    @FollowsSales
    @ServerRequestFilter
    Uni<Response> check() {
        return live.requireFigures().replaceWith((Response) null);
    }
}
