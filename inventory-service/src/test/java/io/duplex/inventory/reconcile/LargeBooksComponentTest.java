package io.duplex.inventory.reconcile;

import static io.duplex.inventory.Warehouse.as;
import static io.duplex.inventory.Warehouse.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.embedded.StatementCounts;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hundred thousand levels with ten movements each, and all of them wrong: counted, and a few of them told. */
@QuarkusTest
@RunningInventoryService
class LargeBooksComponentTest {
    private static final int SKUS = 100_000;
    private static final int ROWS_EACH = 10;

    private final StatementCounts statements = new StatementCounts("inventory-service");
    private final Warehouse warehouse = new Warehouse();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @BeforeEach
    @AfterEach
    void empty() {
        Warehouse.empty();
        OrderBook.clear();
    }

    @Test
    void areReportedInFewWords() {
        change(
                """
                INSERT INTO product (sku, name, unit_price, currency, tax_category, active)
                SELECT 'L' || n, 'Thing', 1, 'EUR', 'STANDARD', true FROM generate_series(1, ?) AS n""",
                SKUS);
        change(
                """
                INSERT INTO stock_level (sku, on_hand, low_threshold, clear_threshold)
                SELECT sku, ?, 0, 1 FROM product""",
                ROWS_EACH + 1);
        change(
                """
                INSERT INTO stock_movement (id, sku, type, on_hand_change, reserved_change, actor, balance_after,
                                            reserved_after, at)
                SELECT gen_random_uuid(), sku, 'RECEIPT', 1, 0, 'test', n, 0, now()
                  FROM product, generate_series(1, ?) AS n ORDER BY n""",
                ROWS_EACH);

        var answer = as("root", "admin").post("/v1/stock/reconcile?limit=50");

        answer.then().statusCode(200);
        assertThat(answer.jsonPath().getLong("counts.ON_HAND_OFF_LEDGER")).isEqualTo(SKUS);
        assertThat(answer.jsonPath().getList("drifts")).hasSize(50);
    }

    /** A hundred thousand orders that ended long ago lie in a thousand blocks, and as many for their lines. */
    @Test
    void areSettledWithoutReadingWhatEndedLongAgo() {
        var other = warehouse.product(10);
        var sku = warehouse.product(10);
        change(
                """
                INSERT INTO reservation (order_id, status)
                SELECT lpad(to_hex(n), 32, '0')::uuid, 'RELEASED' FROM generate_series(1, 100000) AS n""");
        change("INSERT INTO reservation_line (order_id, sku, quantity) SELECT order_id, ?, 1 FROM reservation", other);
        change("ANALYZE reservation, reservation_line");
        change("UPDATE stock_level SET on_hand = 9 WHERE sku = ?", sku);
        statements.reset();

        var answer = as("root", "admin").post("/v1/stock/reconcile?apply=true");

        assertThat(answer.jsonPath().getList("drifts.outcome", String.class)).containsExactly("APPLIED");
        assertThat(statements.blocks("LEFT JOIN book")).isBetween(1L, 200L);
        assertThat(statements.blocks("order_id <> ALL")).isBetween(1L, 200L);
    }
}
