package io.duplex.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** What must be true of the suite whatever has happened to it, read from its databases. */
final class Invariants {
    private static final Duration HEALING = Duration.ofSeconds(90);

    private Invariants() {}

    /** Waits until the suite has come to rest, then checks that nothing was lost, doubled or oversold. */
    static void hold(RunningSuite suite) {
        await().atMost(HEALING)
                .untilAsserted(() -> zero(suite, "orders", "SELECT count(*) FROM orders WHERE status = 'PENDING'"));
        for (var database : new String[] {"orders", "inventory", "invoices", "notifications"}) {
            await().atMost(HEALING).untilAsserted(() -> zero(suite, database, "SELECT count(*) FROM outbox"));
        }
        await().atMost(HEALING).untilAsserted(() -> eachConfirmedOrderHasOneInvoice(suite));
        stockIsRight(suite);
        numbersAreGapless(suite);
    }

    /** Orders that were cancelled after they were confirmed have a credit note, too. */
    private static void eachConfirmedOrderHasOneInvoice(RunningSuite suite) {
        var standing = suite.count("orders", "SELECT count(*) FROM orders WHERE status = 'CONFIRMED'");
        var credited = suite.count("invoices", "SELECT count(*) FROM document WHERE kind = 'CREDIT_NOTE'");
        var issued =
                suite.count("invoices", "SELECT count(*) FROM document WHERE kind = 'INVOICE' AND number IS NOT NULL");
        assertThat(issued)
                .as("invoices issued for %d confirmed and %d credited orders", standing, credited)
                .isEqualTo(standing + credited);
    }

    private static void stockIsRight(RunningSuite suite) {
        zero(suite, "inventory", "SELECT count(*) FROM stock_level WHERE on_hand < reserved OR reserved < 0");
        zero(
                suite,
                "inventory",
                """
                SELECT count(*) FROM stock_level AS level WHERE reserved <> (
                  SELECT coalesce(sum(quantity), 0) FROM reservation_line JOIN reservation USING (order_id)
                   WHERE status = 'ACTIVE' AND sku = level.sku)
                """);
        zero(
                suite,
                "inventory",
                """
                SELECT count(*) FROM stock_level AS level WHERE (on_hand, reserved) <> (
                  SELECT coalesce(sum(on_hand_change), 0), coalesce(sum(reserved_change), 0)
                    FROM stock_movement WHERE sku = level.sku)
                """);
    }

    private static void numbersAreGapless(RunningSuite suite) {
        for (var kind : new String[] {"INVOICE", "CREDIT_NOTE"}) {
            zero(
                    suite,
                    "invoices",
                    """
                    SELECT coalesce(max(right(number, 6)::int), 0) - count(DISTINCT number) FROM document
                     WHERE kind = '%s' AND number IS NOT NULL
                    """
                            .formatted(kind));
        }
    }

    private static void zero(RunningSuite suite, String database, String sql) {
        assertThat(suite.count(database, sql)).as("%s: %s", database, sql).isZero();
    }
}
