package io.duplex.inventory.shipment;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Order-service's {@code POST /v1/orders/{id}/ship}, as its OpenAPI document describes it, with a token of our own. */
@RegisterRestClient(configKey = "order")
@OidcClientFilter
interface ShipClient {
    @POST
    @Path("/v1/orders/{id}/ship")
    Uni<Shipped> ship(
            @PathParam("id") UUID id,
            @HeaderParam("X-Actor") String actor,
            @HeaderParam("X-Request-Id") @Nullable String requestId,
            @HeaderParam("traceparent") @Nullable String traceParent,
            ShipRequest request);

    /** A 409 is definite; everything else is the client's own failure, and says nothing about the order. */
    @ClientExceptionMapper
    static @Nullable RuntimeException refused(Response response) {
        return response.getStatus() == 409 ? new ShippingRefused() : null;
    }

    record ShipRequest(UUID shipmentId) {}

    record Shipped(String status) {}
}
