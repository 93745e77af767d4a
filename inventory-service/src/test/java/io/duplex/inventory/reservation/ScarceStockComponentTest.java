package io.duplex.inventory.reservation;

import static io.duplex.inventory.Warehouse.awaitEmptyOutbox;
import static io.duplex.inventory.Warehouse.number;
import static io.duplex.inventory.Warehouse.orderCreated;
import static io.duplex.inventory.Warehouse.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.inventory.Books;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInventoryService
class ScarceStockComponentTest {
    private static final int ORDERS = 1_000;
    private static final int UNITS = 100;

    private final Warehouse warehouse = new Warehouse();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void promisesAHundredUnitsToAHundredOfAThousandOrders() {
        var sku = warehouse.product(UNITS);
        var orders = Stream.generate(UUID::randomUUID).limit(ORDERS).collect(Collectors.toSet());

        orders.forEach(order -> warehouse.hears(orderCreated(order, Map.of(sku, 1))));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> decided(sku, "ACTIVE") + decided(sku, "REJECTED"), count -> count == ORDERS);
        assertThat(decided(sku, "ACTIVE")).isEqualTo(UNITS);
        assertThat(stock(sku).getLong("reserved")).isEqualTo(UNITS);
        assertThat(stock(sku).getLong("available")).isZero();
        Books.requireRight(sku);
        awaitEmptyOutbox();
        assertThat(told("StockReserved", orders)).isEqualTo(UNITS);
        assertThat(told("StockRejected", orders)).isEqualTo(ORDERS - UNITS);
    }

    private static long decided(String sku, String status) {
        return number(
                "SELECT count(*) FROM reservation_line JOIN reservation USING (order_id) WHERE sku = ? AND status = ?",
                sku,
                status);
    }

    private long told(String fact, Set<UUID> orders) {
        return warehouse.factsNamed("reservations", fact).stream()
                .filter(told -> orders.contains(UUID.fromString(told.key())))
                .count();
    }
}
