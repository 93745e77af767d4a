package io.duplex.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.e2e.load.Wire;
import io.duplex.e2e.load.Wire.Answer;
import io.duplex.e2e.load.Wire.Caller;
import io.duplex.e2e.suite.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers cancel and clerks dispatch the same orders at the same instant, while the services are killed. */
class DispatchRaceE2E {
    private static final int ORDERS = 500;
    private static final int AT_ONCE = 8;
    private static final long SEED = 41;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Caller CUSTOMER = Caller.customer("c-race");
    private static final String SKU = "RACE-" + UUID.randomUUID();
    private static final Map<String, Object> ORDER = Map.of(
            "lines",
            List.of(Map.of("sku", SKU, "quantity", 2)),
            "shippingAddress",
            Map.of(
                    "name", "A. Buyer",
                    "street", "Main St 1",
                    "postalCode", "10115",
                    "city", "Berlin",
                    "country", "DE"));

    private static RunningSuite suite;
    private static Wire wire;

    private final Map<String, Integer> cancellations = new ConcurrentHashMap<>();
    private final Map<String, Integer> dispatches = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() {
        suite = RunningSuite.start("--no-demo", "--rate-limit", "0");
        wire = new Wire(suite::baseUrl);
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void everyOrderIsCancelledOrShippedAndNeverBoth() {
        sell();
        var orders = place();
        var shipments = awaitShipments();
        assertThat(shipments).containsOnlyKeys(orders);

        var over = new AtomicBoolean();
        var killer = CompletableFuture.runAsync(() -> killUntil(over));
        race(orders, shipments);
        over.set(true);
        killer.join();
        settle(orders, shipments);

        var states = states("orders", "SELECT id, status FROM orders");
        assertThat(states).hasSize(ORDERS);
        assertThat(states.values()).containsOnly("CANCELLED", "SHIPPED").contains("CANCELLED", "SHIPPED");
        orders.forEach(order -> requireOneStory(order, states));
        requireStock(states);
        Invariants.hold(suite);
    }

    private static void sell() {
        var price = Map.of("amount", "3.50", "currency", "EUR");
        var product = Map.of(
                "sku",
                SKU,
                "name",
                "Thing",
                "unitPrice",
                price,
                "taxCategory",
                "STANDARD",
                "lowThreshold",
                0,
                "initialStock",
                1_000_000);
        wire.require(Caller.STAFF, "POST", suite.baseUrl() + "/v1/products", SKU, product);
    }

    private static List<String> place() {
        var orders = new ArrayList<String>();
        for (var i = 0; i < ORDERS; i++) {
            var key = UUID.randomUUID().toString();
            var placed = wire.require(CUSTOMER, "POST", suite.baseUrl() + "/v1/orders", key, ORDER);
            orders.add(placed.path("id").asText());
        }
        return orders;
    }

    private static Map<String, String> awaitShipments() {
        return await().atMost(PATIENCE)
                .until(() -> states("inventory", "SELECT order_id, id FROM shipment"), found -> found.size() == ORDERS);
    }

    /** Both requests of an order leave together, in an order that chance decides. */
    private void race(List<String> orders, Map<String, String> shipments) {
        var chance = new SplittableRandom(SEED);
        var free = new Semaphore(AT_ONCE);
        var answers = new ArrayList<CompletableFuture<?>>();
        for (var order : orders) {
            free.acquireUninterruptibly();
            var cancelsFirst = chance.nextBoolean();
            var first = cancelsFirst ? cancel(order) : dispatch(order, shipments);
            var second = cancelsFirst ? dispatch(order, shipments) : cancel(order);
            answers.add(CompletableFuture.allOf(first, second).whenComplete((done, failure) -> free.release()));
        }
        answers.forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> cancel(String order) {
        var url = suite.baseUrl() + "/v1/orders/" + order + "/cancel";
        return noted(wire.send(CUSTOMER, "POST", url, null, null), order, cancellations);
    }

    private CompletableFuture<Void> dispatch(String order, Map<String, String> shipments) {
        var url = suite.baseUrl() + "/v1/shipments/" + shipments.get(order) + "/dispatch";
        return noted(wire.send(Caller.STAFF, "POST", url, null, null), order, dispatches);
    }

    /** The status of an answer, 0 when there was none. */
    private static CompletableFuture<Void> noted(
            CompletableFuture<Answer> answer, String order, Map<String, Integer> statuses) {
        return answer.handle((found, failure) -> failure == null ? found.status() : 0)
                .thenAccept(status -> statuses.put(order, status));
    }

    private static void killUntil(AtomicBoolean over) {
        var chance = new SplittableRandom(SEED);
        while (!over.get()) {
            var victim = chance.nextBoolean() ? "order-service-1" : "inventory-service-1";
            suite.processes().kill(victim);
            await().atMost(PATIENCE).ignoreExceptions().until(() -> isReady(victim));
        }
    }

    private static boolean isReady(String service) {
        wire.read(suite.run().url(service) + "/q/health/ready");
        return true;
    }

    /** Whoever got no answer asks again, as a customer and a clerk would, until each order has ended. */
    private void settle(List<String> orders, Map<String, String> shipments) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            var states = states("orders", "SELECT id, status FROM orders");
            var open = orders.stream()
                    .filter(order -> "CONFIRMED".equals(states.get(order)))
                    .toList();
            open.forEach(order -> dispatch(order, shipments).join());
            return open.isEmpty() && unsettled() == 0;
        });
    }

    private static long unsettled() {
        return suite.databases()
                .count("inventory", "SELECT count(*) FROM shipment WHERE status NOT IN ('DISPATCHED', 'CANCELLED')");
    }

    private void requireOneStory(String order, Map<String, String> states) {
        var isShipped = "SHIPPED".equals(states.get(order));
        var inventory = suite.databases()
                .rows(
                        "inventory",
                        """
                        SELECT reservation.status || ' ' || shipment.status || ' ' || string_agg(type, ' ' ORDER BY position)
                          FROM reservation JOIN shipment USING (order_id)
                          JOIN stock_movement ON reference = order_id::text
                         WHERE order_id = '%s' GROUP BY reservation.status, shipment.status"""
                                .formatted(order));
        assertThat(inventory)
                .as("reservation, shipment and ledger of the %s order %s", states.get(order), order)
                .containsExactly(
                        isShipped ? "COMMITTED DISPATCHED ALLOCATION SALE" : "RELEASED CANCELLED ALLOCATION RELEASE");
        if (cancellations.getOrDefault(order, 0) == 200) {
            assertThat(isShipped)
                    .as("%s was cancelled with 200, and shipped", order)
                    .isFalse();
        }
        if (dispatches.getOrDefault(order, 0) == 200) {
            assertThat(isShipped)
                    .as("%s was dispatched with 200, and not shipped", order)
                    .isTrue();
        }
    }

    private static void requireStock(Map<String, String> states) {
        var shipped = states.values().stream().filter("SHIPPED"::equals).count();
        assertThat(suite.databases().count("inventory", "SELECT on_hand FROM stock_level WHERE sku = '" + SKU + "'"))
                .isEqualTo(1_000_000 - 2 * shipped);
        assertThat(suite.databases().count("inventory", "SELECT reserved FROM stock_level WHERE sku = '" + SKU + "'"))
                .isZero();
    }

    private static Map<String, String> states(String database, String sql) {
        return suite.databases().pairs(database, sql);
    }
}
