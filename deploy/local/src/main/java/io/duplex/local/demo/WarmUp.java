package io.duplex.local.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Calls that change nothing, before the first order: a service that has just been started still loads its classes, and
 * the demo shows the suite as it runs, not as it wakes up. No order is placed: an order with a wrong total is refused.
 */
record WarmUp(Client customer, Shop shop) {
    private static final int ROUNDS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(15);

    /** Returns when order-service gets its answers from inventory-service in time, or after 15 s. */
    void run() {
        long end = System.nanoTime() + LONGEST.toNanos();
        boolean warm = false;
        for (int round = 0; round < ROUNDS || (!warm && System.nanoTime() < end); round++) {
            warm = round();
        }
    }

    private boolean round() {
        customer.post("/v1/orders", refused(1)).orFail(409, 503);
        customer.post("/v1/availability", Map.of("lines", List.of(Map.of("sku", Shop.LAMP.sku(), "quantity", 1))))
                .orFail(200);
        customer.post("/v1/orders/" + UUID.randomUUID() + "/cancel", Map.of()).orFail(404);
        customer.get("/v1/invoices?limit=1").orFail(200);
        customer.get("/v1/notifications?limit=1").orFail(200);
        Answer tooMany = customer.post("/v1/orders", refused(Shop.TOO_MANY)).orFail(409, 503);
        return tooMany.text("/code").equals("insufficient-stock");
    }

    private Map<String, Object> refused(int quantity) {
        Map<String, Object> order = new HashMap<>(shop.order(Shop.LAMP, quantity));
        order.put("expectedTotal", Shop.eur("0.01"));
        return order;
    }
}
