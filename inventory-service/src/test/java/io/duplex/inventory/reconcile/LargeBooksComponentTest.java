package io.duplex.inventory.reconcile;

import static io.duplex.inventory.Warehouse.as;
import static io.duplex.inventory.Warehouse.change;
import static org.assertj.core.api.Assertions.assertThat;

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
}
