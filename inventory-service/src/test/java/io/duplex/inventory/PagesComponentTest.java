package io.duplex.inventory;

import static io.duplex.inventory.Warehouse.number;
import static io.duplex.inventory.Warehouse.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.StatementCounts;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a page reads, in blocks, on average of so many calls that PostgreSQL has settled for its plans; a million: {@code -Dlists.rows=1000000}. */
@QuarkusTest
@RunningInventoryService
class PagesComponentTest {
    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("lists.rows", 100_000);
    private static final int CALLS = 30;
    private static final String LEDGER = "/v1/stock/P0000000/movements?limit=5";
    private static final List<String> LISTS = List.of(
            "/v1/products?limit=5",
            "/v1/products?limit=5&active=true",
            "/v1/products?limit=5&active=false",
            "/v1/stock?limit=5",
            "/v1/stock?limit=5&lowState=OK",
            "/v1/stock?limit=5&lowState=LOW");
    private static final List<String> SHIPMENTS =
            List.of("/v1/shipments?limit=5", "/v1/shipments?limit=5&status=READY");

    /** Each hundredth product is low, and cannot be ordered. */
    private static final String PRODUCTS =
            """
            INSERT INTO product (sku, name, unit_price, currency, tax_category, active)
            SELECT 'P' || lpad(n::text, 7, '0'), 'Thing', 1, 'EUR', 'STANDARD', n %% 100 <> 0
              FROM generate_series(%d, %d) AS n""";

    private static final String LEVELS =
            """
            INSERT INTO stock_level (sku, low_threshold, clear_threshold, low_state)
            SELECT 'P' || lpad(n::text, 7, '0'), 0, 1, CASE n %% 100 WHEN 0 THEN 'LOW' ELSE 'OK' END
              FROM generate_series(%d, %d) AS n""";
    private static final String MOVEMENTS =
            """
            INSERT INTO stock_movement (id, sku, type, on_hand_change, reserved_change, actor, balance_after,
                                        reserved_after, at)
            SELECT gen_random_uuid(), 'P0000000', 'RECEIPT', 1, 0, 'test', n + 1, 0, now()
              FROM generate_series(%d, %d) AS n""";

    /** Each thousandth is still to be sent. Its order has the same id. */
    private static final String SHIPMENT_ROWS =
            """
            INSERT INTO shipment (id, order_id, status, dispatched_by)
            SELECT id, id, CASE n %% 100 WHEN 0 THEN 'READY' ELSE 'DELIVERED' END, 'clerk'
              FROM generate_series(%d, %d) AS n, LATERAL (SELECT lpad(to_hex(n), 32, '0')::uuid AS id)""";

    private final StatementCounts statements = new StatementCounts("inventory-service");

    @BeforeEach
    @AfterEach
    void empty() {
        Warehouse.empty();
    }

    @Test
    void costAmongManyRowsWhatTheyCostAmongFew() throws SQLException, IOException {
        insert(0, FEW);
        var few = costs(FEW);
        insert(FEW, MANY);
        var many = costs(MANY);

        assertThat(many).allSatisfy((list, blocks) -> assertThat(blocks)
                .as("blocks of %s, with few rows %s", list, few.get(list))
                .isBetween(1L, 2 * few.getOrDefault(list, 0L) + 10));
    }

    /** Blocks by list, its first page and a late one. */
    private Map<String, Long> costs(int rows) {
        var costs = new LinkedHashMap<String, Long>();
        for (var list : LISTS) {
            costs.put(list, blocksOf(list));
            costs.put(list + " late", blocksOf(list + "&after=" + cursor("P%07d".formatted(rows * 8L / 10))));
        }
        var oldest = number("SELECT min(position) FROM stock_movement");
        for (var list : SHIPMENTS) {
            costs.put(list, blocksOf(list));
            costs.put(list + " late", blocksOf(list + "&after=" + cursor(shipment(rows / 5))));
        }
        costs.put("one order's", blocksOf("/v1/shipments?limit=5&orderId=" + shipment(rows / 2)));
        costs.put(LEDGER, blocksOf(LEDGER));
        costs.put(LEDGER + " late", blocksOf(LEDGER + "&after=" + cursor(Long.toString(oldest + 100))));
        return costs;
    }

    private long blocksOf(String list) {
        statements.reset();
        for (var call = 0; call < CALLS; call++) {
            var page = staff().get(list);
            page.then().statusCode(200);
            assertThat(page.<List<Object>>path("items")).as(list).isNotEmpty();
        }
        return statements.blocksPerCall("order by");
    }

    /** Rows from a number on up to another one, without the checks of foreign keys, which take their time. */
    private static void insert(int from, int to) throws SQLException, IOException {
        try (var connection = DuplexTestResource.postgres().connect("inventory");
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (var rows : List.of(PRODUCTS, LEVELS, MOVEMENTS, SHIPMENT_ROWS)) {
                statement.execute(rows.formatted(from, to - 1));
            }
            statement.execute("ANALYZE product, stock_level, stock_movement, shipment");
        }
    }

    private static String shipment(int n) {
        return new UUID(0, n).toString();
    }

    private static String cursor(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }
}
