package io.duplex.inventory.reconcile;

import io.duplex.chassis.security.TokenPropagation;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Order-service's {@code GET /v1/orders} and {@code GET /v1/orders/{id}}, as its OpenAPI document describes them. */
@RegisterRestClient(configKey = "orders")
@RegisterClientHeaders(TokenPropagation.class)
@Path("/v1/orders")
interface OrderClient {
    @GET
    Uni<OrderPage> list(
            @QueryParam("status") String status,
            @QueryParam("limit") int limit,
            @QueryParam("after") @Nullable String after);

    @GET
    @Path("{id}")
    Uni<Order> get(@PathParam("id") UUID id);

    /** A 404 says that there is no such order; everything else is the client's own failure. */
    @ClientExceptionMapper
    static @Nullable RuntimeException refused(Response response) {
        return response.getStatus() == 404 ? new UnknownOrder() : null;
    }

    record OrderPage(List<Order> items, Link page) {}

    record Link(@Nullable String next) {}

    record Order(UUID id, String status, Instant updatedAt, List<Line> lines) {
        private static final Set<String> LEFT = Set.of("SHIPPED", "COMPLETED");
        private static final Set<String> ENDED = Set.of("CANCELLED", "REJECTED", "EXPIRED");

        boolean isConfirmed() {
            return status.equals("CONFIRMED");
        }

        boolean hasLeft() {
            return LEFT.contains(status);
        }

        /** It wants no goods, and never will. */
        boolean hasEnded() {
            return ENDED.contains(status);
        }
    }

    record Line(String sku, long quantity) {}
}
