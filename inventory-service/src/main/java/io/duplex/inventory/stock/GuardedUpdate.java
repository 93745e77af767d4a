package io.duplex.inventory.stock;

/**
 * The one statement that changes levels: locks the rows in the order of their SKUs, adds the changes, decides the low
 * state, and updates only those rows that stay legal. A SKU that is unknown is missing from the result; one that would
 * become illegal is there without its new values.
 *
 * <p>Hysteresis: LOW when available is at or below the low threshold and has fallen, or the threshold was raised; OK
 * again when available reaches the clear threshold.
 */
final class GuardedUpdate {
    /**
     * Parameters: SKUs, changes of on hand, changes of reserved, new low and clear thresholds (null: as they are), and
     * whether to judge as if stock had fallen.
     */
    static final String SQL =
            """
            WITH locked AS MATERIALIZED (
              SELECT level.*,
                     level.on_hand + change.on_hand AS next_on_hand,
                     level.reserved + change.reserved AS next_reserved,
                     coalesce(change.low, level.low_threshold) AS next_low,
                     coalesce(change.clear, level.clear_threshold) AS next_clear,
                     change.fallen
                FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::boolean[])
                     AS change (sku, on_hand, reserved, low, clear, fallen)
                JOIN stock_level AS level ON level.sku = change.sku
               ORDER BY level.sku COLLATE "C"
                 FOR UPDATE OF level),
            decided AS (
              SELECT *, CASE
                WHEN low_state = 'LOW' AND next_on_hand - next_reserved >= next_clear THEN 'OK'
                WHEN low_state = 'OK' AND next_on_hand - next_reserved <= next_low
                     AND (next_on_hand - next_reserved < available OR next_low > low_threshold OR fallen) THEN 'LOW'
                ELSE low_state END AS next_state
                FROM locked),
            changed AS (
              UPDATE stock_level AS level
                 SET on_hand = next_on_hand, reserved = next_reserved,
                     low_threshold = next_low, clear_threshold = next_clear, low_state = next_state,
                     episode = level.episode + (decided.low_state = 'OK' AND next_state = 'LOW')::int,
                     version = level.version + 1, updated_at = clock_timestamp()
                FROM decided
               WHERE level.sku = decided.sku AND next_on_hand >= next_reserved AND next_reserved >= 0
              RETURNING new.*)
            SELECT locked.sku AS wanted_sku, locked.on_hand AS on_hand_before, locked.reserved AS reserved_before,
                   locked.low_state AS state_before, product.name AS name, changed.*
              FROM locked LEFT JOIN changed ON changed.sku = locked.sku
              JOIN product ON product.sku = locked.sku
             ORDER BY locked.sku
            """;

    private GuardedUpdate() {}
}
