package io.duplex.inventory;

import static io.duplex.inventory.Warehouse.number;
import static org.assertj.core.api.Assertions.assertThat;

/** What must be true of a SKU's books whatever has happened, read as the superuser. */
public final class Books {
    private static final String OFF_LEDGER =
            """
            SELECT count(*) FROM stock_level AS level, LATERAL (
              SELECT coalesce(sum(on_hand_change), 0) AS on_hand, coalesce(sum(reserved_change), 0) AS reserved
                FROM stock_movement AS movement WHERE movement.sku = level.sku) AS ledger
             WHERE sku = ? AND (level.on_hand, level.reserved) <> (ledger.on_hand, ledger.reserved)""";
    private static final String OFF_RESERVATIONS =
            """
            SELECT count(*) FROM stock_level AS level WHERE sku = ? AND reserved <> (
              SELECT coalesce(sum(quantity), 0) FROM reservation_line AS line JOIN reservation USING (order_id)
               WHERE line.sku = level.sku AND status = 'ACTIVE')""";
    private static final String OFF_CHAIN =
            """
            SELECT count(*) FROM (
              SELECT balance_after, reserved_after, sum(on_hand_change) OVER (ORDER BY position) AS on_hand,
                     sum(reserved_change) OVER (ORDER BY position) AS reserved
                FROM stock_movement WHERE sku = ?)
             WHERE (balance_after, reserved_after) <> (on_hand, reserved)""";

    private Books() {}

    /** Fails unless the ledger's sums are the level, its balances chain, and what is reserved is in open reservations. */
    public static void requireRight(String sku) {
        assertThat(number("SELECT count(*) FROM stock_level WHERE sku = ?", sku))
                .as("levels of %s", sku)
                .isEqualTo(1);
        assertThat(number(OFF_LEDGER, sku))
                .as("level of %s off its ledger", sku)
                .isZero();
        assertThat(number(OFF_RESERVATIONS, sku))
                .as("level of %s off its reservations", sku)
                .isZero();
        assertThat(number(OFF_CHAIN, sku)).as("broken balances of %s", sku).isZero();
    }
}
