package io.duplex.e2e.invariants;

import io.duplex.e2e.evidence.Evidence;
import java.util.List;
import java.util.stream.Stream;

/** I1: onHand ≥ reserved ≥ 0; the ledger's sum is the level; reserved is what the open reservations hold. */
final class StockIsRight {
    private static final String OVERSOLD =
            "SELECT sku, on_hand, reserved FROM stock_level WHERE on_hand < reserved OR reserved < 0";
    private static final String NOT_RESERVED =
            """
            SELECT sku, reserved, held FROM stock_level LEFT JOIN (
              SELECT sku, sum(quantity) AS held FROM reservation_line JOIN reservation USING (order_id)
               WHERE status = 'ACTIVE' GROUP BY sku) AS open USING (sku)
             WHERE reserved <> coalesce(held, 0)
            """;
    private static final String NOT_IN_LEDGER =
            """
            SELECT sku, stock_level.on_hand, stock_level.reserved, ledger.on_hand, ledger.reserved FROM stock_level LEFT JOIN (
              SELECT sku, sum(on_hand_change) AS on_hand, sum(reserved_change) AS reserved
                FROM stock_movement GROUP BY sku) AS ledger USING (sku)
             WHERE stock_level.on_hand <> coalesce(ledger.on_hand, 0)
                OR stock_level.reserved <> coalesce(ledger.reserved, 0)
            """;

    private StockIsRight() {}

    static List<Finding> check(Evidence evidence) {
        return Stream.of(
                        of(evidence, "on hand ≥ reserved ≥ 0 (sku, on hand, reserved)", OVERSOLD),
                        of(evidence, "reserved = open reservations (sku, reserved, held)", NOT_RESERVED),
                        of(evidence, "level = sum of the ledger (sku, level, ledger)", NOT_IN_LEDGER))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Finding> of(Evidence evidence, String expected, String sql) {
        return Finding.none(expected, evidence.databases().rows("inventory", sql));
    }
}
