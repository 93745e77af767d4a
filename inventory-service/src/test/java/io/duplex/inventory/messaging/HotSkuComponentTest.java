package io.duplex.inventory.messaging;

import static io.duplex.inventory.Warehouse.change;
import static io.duplex.inventory.Warehouse.number;
import static io.duplex.inventory.Warehouse.orderCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.embedded.StatementCounts;
import io.duplex.embedded.TestTopics.Sent;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch of orders for one SKU, compared with one of orders for as many SKUs. */
@QuarkusTest
@RunningInventoryService
class HotSkuComponentTest {
    private static final Logger LOG = Logger.getLogger(HotSkuComponentTest.class);
    private static final int BATCH = 500;
    private static final int ROUNDS = 8;
    private static final String OF_SETS = "^(?!.*outbox).*(unnest|= ANY\\(\\$)";
    private static final String OF_LEVELS = "UPDATE stock_level";

    private final StatementCounts statements = new StatementCounts("inventory-service");

    @Inject
    OrderListener listener;

    @BeforeEach
    void stock() {
        Warehouse.empty();
        change(
                """
                INSERT INTO product (sku, name, unit_price, currency, tax_category, active)
                SELECT 'HOT-' || n, 'Thing', 1, 'EUR', 'STANDARD', true FROM generate_series(0, ?) AS n""",
                BATCH);
        change(
                """
                INSERT INTO stock_level (sku, on_hand, low_threshold, clear_threshold)
                SELECT sku, 1000000, 0, 1 FROM product""");
    }

    @AfterEach
    void empty() {
        Warehouse.empty();
    }

    @Test
    void isAsManyStatementsAsManySkusAndOneUpdatedRow() {
        consume(orders(1));
        var hot = statements.calls(OF_SETS);
        assertThat(statements.rows(OF_LEVELS)).isEqualTo(1);

        consume(orders(BATCH));
        assertThat(statements.rows(OF_LEVELS)).isEqualTo(BATCH);
        assertThat(hot).isEqualTo(statements.calls(OF_SETS)).isBetween(5L, 8L);
        assertThat(number("SELECT reserved FROM stock_level WHERE sku = 'HOT-0'"))
                .isEqualTo(BATCH + 1);
    }

    /** Nothing is asserted of times; the figure is for people, and the other part of what is promised of a hot SKU. */
    @Test
    void reportsItsRate() {
        var hot = Duration.ZERO;
        var spread = Duration.ZERO;
        for (var round = 0; round < ROUNDS; round++) {
            hot = hot.plus(timed(orders(1)));
            spread = spread.plus(timed(orders(BATCH)));
        }
        LOG.infof(
                "One SKU: %.0f orders/s; %d SKUs: %.0f orders/s; ratio %.2f",
                rate(hot), BATCH, rate(spread), rate(hot) / rate(spread));
        assertThat(number("SELECT sum(reserved) FROM stock_level")).isEqualTo(2L * ROUNDS * BATCH);
    }

    private static double rate(Duration taken) {
        return 1e9 * ROUNDS * BATCH / taken.toNanos();
    }

    private Duration timed(List<Sent> batch) {
        var started = System.nanoTime();
        new OrderBatches(listener).consume(batch);
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void consume(List<Sent> batch) {
        statements.reset();
        new OrderBatches(listener).consume(batch);
    }

    private static List<Sent> orders(int skus) {
        return IntStream.range(0, BATCH)
                .mapToObj(n -> orderCreated(UUID.randomUUID(), Map.of("HOT-" + n % skus, 1)))
                .toList();
    }
}
