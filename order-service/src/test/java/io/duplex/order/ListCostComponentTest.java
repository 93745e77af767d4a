package io.duplex.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.embedded.StatementCounts;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the database reads for a list does not grow with what it does not show; with a million: {@code -Dlists.rows=1000000}. */
@QuarkusTest
@RunningOrderService
class ListCostComponentTest {
    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("lists.rows", 100_000);
    private static final int LIMIT = 5;
    /** A level or two of each index, and rows that lie further apart. */
    private static final int TOLERANCE = 20;

    /**
     * One order each second from 2001 on, of 500 customers; one in 5 000 is rejected, every other one cancelled, but none of
     * customer 7's; none expired.
     */
    private static final String INSERT =
            """
            INSERT INTO orders (id, customer_id, status, availability, currency, total, name, street, postal_code, city,
                                country, created_at, updated_at)
            SELECT (lpad(to_hex(number * 1000 + 978307200000), 12, '0') || '70008000000000000000')::uuid,
                   'many-' || number %% 500,
                   CASE WHEN number %% 5000 = 0 THEN 'REJECTED' WHEN number %% 2 = 0 THEN 'CANCELLED' ELSE 'CONFIRMED' END,
                   'CONFIRMED', 'EUR', 1, 'A', 'B', 'C', 'D', 'DE', now(), now()
              FROM generate_series(%d, %d) AS number
            """;

    private static final List<Map<String, String>> LISTS = List.of(
            Map.of(),
            Map.of("customerId", "many-7"),
            Map.of("customerId", "nobody"),
            Map.of("status", "CONFIRMED"),
            Map.of("status", "REJECTED"),
            Map.of("status", "EXPIRED"),
            Map.of("customerId", "many-7", "status", "CONFIRMED"),
            Map.of("customerId", "many-7", "status", "CANCELLED"),
            Map.of("createdTo", "2001-01-01T02:00:00Z"),
            Map.of("createdFrom", "2001-01-01T01:00:00Z", "createdTo", "2001-01-01T02:00:00Z"),
            Map.of("createdFrom", "2001-01-01T01:00:00Z", "createdTo", "2001-01-01T02:00:00Z", "status", "REJECTED"));

    private final StatementCounts statements = new StatementCounts("order-service");

    @AfterEach
    void forget() {
        Shop.sql("DELETE FROM orders WHERE customer_id LIKE 'many-%'", "VACUUM orders");
    }

    @Test
    void isTheSameAmongFewAndAmongManyOrders() {
        Shop.sql(INSERT.formatted(1, FEW), "VACUUM ANALYZE orders");
        var amongFew = costs();
        Shop.sql(INSERT.formatted(FEW + 1, MANY), "VACUUM ANALYZE orders");

        assertThat(costs()).allSatisfy((list, blocks) -> assertThat(blocks)
                .as("blocks for %s, among few orders %d", list, amongFew.get(list))
                .isLessThanOrEqualTo(amongFew.getOrDefault(list, 0L) + TOLERANCE));
    }

    private Map<Map<String, String>, Long> costs() {
        var costs = new LinkedHashMap<Map<String, String>, Long>();
        for (var list : LISTS) {
            page(list);
            statements.reset();
            page(list);
            costs.put(list, statements.blocks("from orders"));
        }
        return costs;
    }

    private static void page(Map<String, String> list) {
        Shop.as("clerk", "staff")
                .queryParams(list)
                .queryParam("limit", LIMIT)
                .get("/v1/orders")
                .then()
                .statusCode(200);
    }
}
