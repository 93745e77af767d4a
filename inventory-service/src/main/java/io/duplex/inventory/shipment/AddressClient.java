package io.duplex.inventory.shipment;

import io.duplex.chassis.security.TokenPropagation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Order-service's {@code GET /v1/orders/{id}}, as its OpenAPI document describes it, in the caller's name. */
@RegisterRestClient(configKey = "order")
@RegisterClientHeaders(TokenPropagation.class)
interface AddressClient {
    @GET
    @Path("/v1/orders/{id}")
    Uni<Order> order(@PathParam("id") UUID id);

    record Order(ShippingAddress shippingAddress) {}
}
