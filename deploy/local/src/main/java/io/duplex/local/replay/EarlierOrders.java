package io.duplex.local.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The orders that are there from an earlier run, known by customer, reference and total. Idempotency keys are forgotten
 * after a day; this is not. It also spares a second run from changing prices to and fro.
 */
final class EarlierOrders {
    private final Shop shop;
    private final boolean any;
    private final Map<String, Map<String, PlacedOrder>> byCustomer = new HashMap<>();

    /**
     * Creates the memory of earlier runs.
     *
     * @param any false when there can be none, so that nobody is asked
     */
    EarlierOrders(Shop shop, boolean any) {
        this.shop = shop;
        this.any = any;
    }

    /** Waits for the answer when the customer is new to it. */
    Optional<PlacedOrder> find(Basket basket) {
        return any
                ? Optional.ofNullable(byCustomer
                                .computeIfAbsent(basket.customer(), this::ordersOf)
                                .get(basket.reference()))
                        .filter(order -> order.total().equals(basket.total()))
                : Optional.empty();
    }

    private Map<String, PlacedOrder> ordersOf(String customer) {
        var orders = new HashMap<String, PlacedOrder>();
        for (var next = Optional.of(""); next.isPresent(); ) {
            var page = shop.ordersOf(customer, next.get()).join();
            for (var order : page.body().path("items")) {
                var reference = order.path("reference").asText();
                var id = order.path("id").asText();
                orders.put(reference, new PlacedOrder(reference, id, customer, Json.money(order.path("total"))));
            }
            next = Optional.ofNullable(page.body().path("page").path("next").textValue());
        }
        return orders;
    }
}
