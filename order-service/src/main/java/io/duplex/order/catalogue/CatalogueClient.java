package io.duplex.order.catalogue;

import io.duplex.chassis.security.TokenPropagation;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Inventory-service's lists of products and stock levels, as its OpenAPI document describes them. Their versions are the
 * sequences of the events that told of them. Anything may be missing from an answer all the same.
 */
@RegisterRestClient(configKey = "catalogue")
@RegisterClientHeaders(TokenPropagation.class)
interface CatalogueClient {
    @GET
    @Path("/v1/products")
    Uni<@Nullable ProductPage> products(@QueryParam("limit") int limit, @QueryParam("after") @Nullable String after);

    @GET
    @Path("/v1/stock")
    Uni<@Nullable StockPage> stock(@QueryParam("limit") int limit, @QueryParam("after") @Nullable String after);

    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return new InventoryRefused(response.getStatus());
    }

    /** A page of either list. */
    interface InventoryPage<T extends Told> {
        @Nullable
        List<@Nullable T> items();

        @Nullable
        Link page();
    }

    /** Something about a SKU. */
    interface Told {
        @Nullable
        String sku();

        /** Whether all that has to be said is said, and could be true. */
        boolean makesSense();
    }

    record ProductPage(@Nullable List<@Nullable Product> items, @Nullable Link page)
            implements InventoryPage<Product> {}

    record StockPage(@Nullable List<@Nullable Level> items, @Nullable Link page) implements InventoryPage<Level> {}

    record Link(@Nullable String next) {}

    record Product(
            @Nullable String sku,
            @Nullable String name,
            @Nullable Money unitPrice,
            @Nullable String taxCategory,
            @Nullable Boolean active,
            @Nullable Long version)
            implements Told {
        @Override
        public boolean makesSense() {
            return name != null
                    && unitPrice != null
                    && taxCategory != null
                    && Sense.ofProduct(name, unitPrice, taxCategory)
                    && active != null
                    && version != null
                    && version > 0;
        }
    }

    record Level(@Nullable String sku, @Nullable Long available, @Nullable Long version) implements Told {
        @Override
        public boolean makesSense() {
            return available != null && available >= 0 && version != null && version > 0;
        }
    }
}
