package io.duplex.inventory.reconcile;

import io.duplex.inventory.reconcile.OrderClient.Order;
import io.duplex.inventory.reconcile.OrderClient.OrderPage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The orders, as order-service tells of them in the caller's name; {@link OrdersUnreachable} when it does not. */
@ApplicationScoped
class Orders {
    /** The most that one page may have. */
    private static final int PAGE = 200;

    private final OrderClient client;

    Orders(@RestClient OrderClient client) {
        this.client = client;
    }

    /** Those that are CONFIRMED, by falling id. */
    Uni<OrderPage> confirmed(@Nullable String after) {
        return client.list("CONFIRMED", PAGE, after).onFailure().transform(OrdersUnreachable::new);
    }

    /** The order with an id, if there is one. */
    Uni<Optional<Order>> one(UUID id) {
        return client.get(id)
                .map(Optional::of)
                .onFailure(UnknownOrder.class)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .transform(OrdersUnreachable::new);
    }
}
