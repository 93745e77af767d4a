package io.duplex.inventory.reconcile;

import static io.duplex.inventory.Warehouse.as;
import static io.duplex.inventory.Warehouse.change;
import static io.duplex.inventory.Warehouse.changeThresholds;
import static io.duplex.inventory.Warehouse.dispatch;
import static io.duplex.inventory.Warehouse.move;
import static io.duplex.inventory.Warehouse.number;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.orderConfirmed;
import static io.duplex.inventory.Warehouse.orderCreated;
import static io.duplex.inventory.Warehouse.reservation;
import static io.duplex.inventory.Warehouse.staff;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.inventory.Books;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInventoryService
class SoundBooksComponentTest {
    private static final int ORDERS = 300;
    private static final int MOVEMENTS = 100;

    private final Warehouse warehouse = new Warehouse();
    private final Map<UUID, Map<String, Integer>> placed = new ConcurrentHashMap<>();

    @BeforeEach
    void empty() {
        Warehouse.empty();
        OrderBook.clear();
    }

    @AfterEach
    void leave() {
        Warehouse.empty();
        warehouse.close();
    }

    @Test
    void showNoDriftUnderLoad() {
        var skus =
                Stream.generate(() -> warehouse.product(200, 20, 40)).limit(5).toList();
        var orders = CompletableFuture.runAsync(() -> orders(skus));
        var load = CompletableFuture.allOf(
                orders,
                CompletableFuture.runAsync(() -> movements(skus)),
                CompletableFuture.runAsync(() -> dispatchesAndExpiries(orders)));
        var reconciled = 0;
        while (!load.isDone() || reconciled < 5) {
            showsNoDrift("false");
            reconciled++;
        }
        load.join();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> number("SELECT count(*) FROM reservation"), decided -> decided == ORDERS);
        skus.forEach(Books::requireRight);
        assertThat(placed.keySet().stream().map(SoundBooksComponentTest::statusOf))
                .contains("CONFIRMED", "SHIPPED", "CANCELLED", "EXPIRED");
        placed.forEach((order, lines) -> OrderBook.put(order, statusOf(order), lines));
        change("UPDATE reservation SET updated_at = updated_at - interval '1 hour'");
        showsNoDrift("true");
    }

    /** What order-service has made of it meanwhile. */
    private static String statusOf(UUID order) {
        return switch (reservation(order).<String>path("status")) {
            case "ACTIVE" -> "CONFIRMED";
            case "COMMITTED" -> "SHIPPED";
            case "EXPIRED" -> "EXPIRED";
            default -> "CANCELLED";
        };
    }

    /** What is READY leaves, as order-service agrees, and of the rest one after the other runs out. */
    private void dispatchesAndExpiries(CompletableFuture<Void> orders) {
        while (!orders.isDone()) {
            var ready = staff().get("/v1/shipments?status=READY&limit=5").jsonPath();
            for (var n = 0; n < ready.getList("items").size(); n++) {
                var order = UUID.fromString(ready.getString("items[" + n + "].orderId"));
                var lines = requireNonNull(placed.get(order));
                OrderBook.put(order, "CONFIRMED", lines);
                dispatch(ready.getString("items[" + n + "].id"));
                OrderBook.put(order, "SHIPPED", lines);
            }
            change(
                    """
                    UPDATE reservation SET expires_at = now() WHERE expires_at IS NOT NULL AND order_id IN (
                      SELECT order_id FROM reservation LEFT JOIN shipment USING (order_id)
                       WHERE expires_at > now() AND shipment.id IS NULL LIMIT 1)""");
        }
    }

    private static void showsNoDrift(String apply) {
        var report = as("root", "admin")
                .queryParam("apply", apply)
                .post("/v1/stock/reconcile")
                .jsonPath();
        assertThat(report.getList("drifts")).isEmpty();
        assertThat(report.getString("orders")).isEqualTo("ALL");
    }

    private void orders(List<String> skus) {
        var random = new Random(1);
        for (var n = 0; n < ORDERS; n++) {
            var order = UUID.randomUUID();
            var lines = Map.of(one(skus, random), 1 + random.nextInt(3));
            placed.put(order, lines);
            warehouse.hears(orderCreated(order, lines));
            switch (random.nextInt(3)) {
                case 0 -> warehouse.hears(orderCancelled(order));
                case 1 -> warehouse.hears(orderConfirmed(order));
                default -> {}
            }
        }
    }

    private static void movements(List<String> skus) {
        var random = new Random(2);
        for (var n = 0; n < MOVEMENTS; n++) {
            switch (random.nextInt(4)) {
                case 0 -> changeThresholds(one(skus, random), 10 + n, 30 + n);
                case 1 -> move(one(skus, random), "ADJUSTMENT", -3);
                case 2 -> move(one(skus, random), "COUNT", 150 + random.nextInt(100));
                default -> move(one(skus, random), "RECEIPT", 4);
            }
        }
    }

    private static String one(List<String> skus, Random random) {
        return skus.get(random.nextInt(skus.size()));
    }
}
