package io.duplex.order.catalogue;

import io.duplex.chassis.security.TokenPropagation;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Inventory-service's {@code POST /v1/availability}, as its OpenAPI document describes it. Anything may be missing from
 * an answer all the same: whether one makes sense is {@link Inventory}'s to say.
 */
@RegisterRestClient(configKey = "inventory")
@RegisterClientHeaders(TokenPropagation.class)
interface InventoryClient {
    @POST
    @Path("/v1/availability")
    Uni<@Nullable Answer> availability(Question question);

    /** A 422 names the lines whose SKU is unknown; everything else is the client's own failure. */
    @ClientExceptionMapper
    static @Nullable RuntimeException refused(Response response) {
        return response.getStatus() != 422
                ? null
                : new UnknownSkus(
                        Optional.ofNullable(response.readEntity(Refusal.class).errors()).orElse(List.of()).stream()
                                .map(Violation::pointer)
                                .collect(Collectors.toSet()));
    }

    record Question(List<Item> lines) {}

    record Item(String sku, int quantity) {}

    record Answer(@Nullable List<@Nullable Line> lines) {}

    record Line(
            @Nullable String sku,
            @Nullable String name,
            @Nullable Long available,
            @Nullable Boolean active,
            @Nullable Money unitPrice,
            @Nullable String taxCategory) {}

    record Refusal(@Nullable List<Violation> errors) {}

    record Violation(@Nullable String pointer) {}
}
