package io.duplex.inventory.messaging;

import static io.duplex.inventory.Warehouse.awaitEmptyOutbox;
import static io.duplex.inventory.Warehouse.change;
import static io.duplex.inventory.Warehouse.number;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.orderCreated;
import static io.duplex.inventory.Warehouse.orderShipped;
import static io.duplex.inventory.Warehouse.reservation;
import static io.duplex.inventory.Warehouse.staff;
import static io.duplex.inventory.Warehouse.stock;
import static io.duplex.inventory.messaging.OrderBatches.orders;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.embedded.TestTopics.Sent;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches as two replicas would get them from their partitions. */
@QuarkusTest
@RunningInventoryService
class OrderBatchComponentTest {
    @Inject
    OrderListener listener;

    private final Warehouse warehouse = new Warehouse();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void reservesAndThenReleasesWithinOneBatch() {
        var sku = warehouse.product(10, 7, 9);
        var cancelled = UUID.randomUUID();
        var kept = UUID.randomUUID();

        new OrderBatches(listener)
                .consume(List.of(
                        orderCreated(cancelled, Map.of(sku, 4)),
                        orderCancelled(cancelled),
                        orderCreated(kept, Map.of(sku, 3))));

        assertThat((String) reservation(cancelled).path("status")).isEqualTo("RELEASED");
        assertThat((String) reservation(kept).path("status")).isEqualTo("ACTIVE");
        assertThat(stock(sku).getLong("reserved")).isEqualTo(3);
        warehouse.awaitFacts("reservations", "StockReserved", cancelled.toString(), 1);
        warehouse.awaitFacts("reservations", "StockReleased", cancelled.toString(), 1);
        warehouse.awaitFacts("stock", "InventoryLow", sku, 1);
    }

    @Test
    void tellsOfALevelOncePerBatch() {
        var sku = warehouse.product(100);

        new OrderBatches(listener).consume(orders(20, Map.of(sku, 1)));

        warehouse.awaitFacts("stock", "StockLevelChanged", sku, 3);
        awaitEmptyOutbox();
        assertThat(warehouse.facts("stock", "StockLevelChanged", sku)).hasSize(3);
        assertThat(number("SELECT count(*) FROM stock_movement WHERE sku = ? AND type = 'ALLOCATION'", sku))
                .isEqualTo(20);
        assertThat(number(
                        """
                        SELECT count(*) FROM (
                          SELECT reserved_after, sum(reserved_change) OVER (ORDER BY position) AS running
                            FROM stock_movement WHERE sku = ?) WHERE reserved_after <> running""",
                        sku))
                .isZero();
    }

    @Test
    void promisesTheLastUnitsOnceAmongParallelBatches() throws ExecutionException, InterruptedException {
        var sku = warehouse.product(50);
        var orders = orders(200, Map.of(sku, 1));

        new OrderBatches(listener)
                .consumeInParallel(IntStream.range(0, 8)
                        .mapToObj(n -> orders.subList(n * 25, n * 25 + 25))
                        .toList());

        assertThat(stock(sku).getLong("reserved")).isEqualTo(50);
        assertThat(stock(sku).getLong("available")).isZero();
        assertThat(lines(sku, "ACTIVE")).isEqualTo(50);
        assertThat(lines(sku, "REJECTED")).isEqualTo(150);
    }

    @Test
    void doesNotDeadlockOnOppositeLines() throws ExecutionException, InterruptedException {
        var skus = List.of(warehouse.product(1_000), warehouse.product(1_000), warehouse.product(1_000));
        var deadlocks = deadlocks();
        var batches = new ArrayList<List<Sent>>();
        for (var n = 0; n < 40; n++) {
            var first = skus.get(n % 3);
            var second = skus.get((n + 1 + n % 2) % 3);
            batches.add(List.of(
                    orderCreated(UUID.randomUUID(), Map.of(first, 1)),
                    orderCreated(UUID.randomUUID(), Map.of(second, 1, first, 1)),
                    orderCreated(UUID.randomUUID(), Map.of(second, 1))));
        }

        new OrderBatches(listener).consumeInParallel(batches);

        assertThat(skus.stream()
                        .mapToLong(sku -> stock(sku).getLong("reserved"))
                        .sum())
                .isEqualTo(160);
        assertThat(deadlocks()).isEqualTo(deadlocks);
    }

    /** Each batch reserves the one SKU and ends reservations of the other one: alone or as they come, in either order. */
    @Test
    void doesNotDeadlockOnWhatEnds() throws ExecutionException, InterruptedException {
        var skus = List.of(warehouse.product(1_000), warehouse.product(1_000));
        var cancelled = Stream.generate(UUID::randomUUID).limit(40).toList();
        var shipped = Stream.generate(UUID::randomUUID).limit(40).toList();
        var batches = new OrderBatches(listener);
        batches.consume(IntStream.range(0, 80)
                .mapToObj(n -> orderCreated((n < 40 ? cancelled : shipped).get(n % 40), Map.of(skus.get(n % 2), 1)))
                .toList());
        batches.consume(shipped.stream().map(Warehouse::orderConfirmed).toList());
        change(
                """
                UPDATE shipment SET status = 'DISPATCHING', dispatched_by = 'clerk-1', ask_again_at = now() + interval '1 hour'
                 WHERE order_id = ANY(?::uuid[])""",
                shipped.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
        var deadlocks = deadlocks();

        batches.consumeInParallel(IntStream.range(0, 40)
                .mapToObj(n -> List.of(
                        orderCreated(UUID.randomUUID(), Map.of(skus.get((n + 1) % 2), 1)),
                        orderCancelled(cancelled.get(n)),
                        orderShipped(shipped.get(n), shipmentOf(shipped.get(n)))))
                .toList());

        assertThat(skus).allSatisfy(sku -> {
            assertThat(stock(sku).getLong("onHand")).isEqualTo(980);
            assertThat(stock(sku).getLong("reserved")).isEqualTo(20);
        });
        assertThat(deadlocks()).isEqualTo(deadlocks);
    }

    private static String shipmentOf(UUID order) {
        return staff().get("/v1/shipments?orderId=" + order).path("items[0].id");
    }

    @Test
    void survivesARaceWithStaff() throws ExecutionException, InterruptedException {
        var sku = warehouse.product(60);
        var orders = orders(60, Map.of(sku, 1));

        var staff = CompletableFuture.supplyAsync(() -> IntStream.range(0, 30)
                .map(n -> Warehouse.move(sku, "ADJUSTMENT", -1).statusCode())
                .filter(status -> status == 201)
                .count());
        new OrderBatches(listener)
                .consumeInParallel(IntStream.range(0, 20)
                        .mapToObj(n -> orders.subList(n * 3, n * 3 + 3))
                        .toList());

        assertThat(staff.get()).isEqualTo(60 - stock(sku).getLong("onHand"));
        assertThat(lines(sku, "ACTIVE")).isEqualTo(stock(sku).getLong("reserved"));
        assertThat(stock(sku).getLong("available")).isZero();
        assertThat(number("SELECT sum(on_hand_change) FROM stock_movement WHERE sku = ?", sku))
                .isEqualTo(stock(sku).getLong("onHand"));
    }

    private static long lines(String sku, String status) {
        return number(
                "SELECT count(*) FROM reservation_line JOIN reservation USING (order_id) WHERE sku = ? AND status = ?",
                sku,
                status);
    }

    private static long deadlocks() {
        return number("SELECT deadlocks FROM pg_stat_database WHERE datname = 'inventory'");
    }
}
