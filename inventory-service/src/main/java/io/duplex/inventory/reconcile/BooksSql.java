package io.duplex.inventory.reconcile;

/**
 * What levels, ledger and reservations say of each SKU and of each line, in one statement and so of one moment.
 *
 * <p>A ledger can be trusted when it has rows and their balances chain, from the last {@code rebased} one on. A drift that
 * explains another hides it. A sale that the ledger lacks is counted in its sum of what is on hand: the goods have left.
 */
final class BooksSql {
    private static final String BOOKS =
            """
            WITH step AS (
              SELECT sku, position, on_hand_change, reserved_change, reserved_change > on_hand_change AS falls,
                     balance_after <> on_hand_change + lag(balance_after, 1, 0::bigint) OVER ledger
                       OR reserved_after <> reserved_change + lag(reserved_after, 1, 0::bigint) OVER ledger AS breaks,
                     coalesce(max(position) FILTER (WHERE rebased) OVER (PARTITION BY sku), 0) AS rebased_at,
                     max(position) OVER (PARTITION BY sku) AS last
                FROM stock_movement WHERE %1$s
              WINDOW ledger AS (PARTITION BY sku ORDER BY position)),
            ledger AS (
              SELECT sku, sum(on_hand_change)::bigint AS on_hand, sum(reserved_change)::bigint AS reserved,
                     min(position) FILTER (WHERE breaks AND position > rebased_at) AS broken_at,
                     bool_or(falls AND position = last) AS fallen
                FROM step GROUP BY sku),
            promise AS (
              SELECT order_id::text AS reference, sku, status, CASE status WHEN 'ACTIVE' THEN quantity ELSE 0 END AS quantity
                FROM reservation_line JOIN reservation USING (order_id) WHERE %1$s),
            allocation AS (
              SELECT reference, sku, sum(reserved_change)::bigint AS quantity FROM stock_movement
               WHERE reserved_change <> 0 AND %1$s GROUP BY reference, sku),
            line AS (
              SELECT CASE
                       WHEN coalesce(allocation.quantity, 0) < 0 THEN 'RELEASED_TOO_MUCH'
                       WHEN coalesce(allocation.quantity, 0) < promise.quantity THEN 'ALLOCATION_MISSING'
                       WHEN status IS NULL THEN 'ALLOCATED_WITHOUT_RESERVATION'
                       WHEN status = 'COMMITTED' THEN 'SALE_MISSING'
                       WHEN status = 'ACTIVE' THEN 'ALLOCATED_TOO_MUCH'
                       ELSE 'ENDED_AND_STILL_ALLOCATED' END AS kind,
                     coalesce(promise.sku, allocation.sku) AS sku,
                     coalesce(promise.reference, allocation.reference) AS reference,
                     coalesce(promise.quantity, 0) AS expected, coalesce(allocation.quantity, 0) AS found
                FROM promise FULL JOIN allocation
                  ON allocation.reference = promise.reference AND allocation.sku = promise.sku
               WHERE coalesce(promise.quantity, 0) <> coalesce(allocation.quantity, 0)),
            book AS (
              SELECT coalesce(level.sku, ledger.sku) AS sku, level.on_hand, level.reserved, available, low_state,
                     low_threshold, clear_threshold, ledger.sku IS NOT NULL AS has_rows, broken_at,
                     coalesce(ledger.on_hand, 0) - coalesce(unsold, 0) AS ledger_on_hand, coalesce(unsold, 0) AS unsold,
                     coalesce(ledger.reserved, 0) AS ledger_reserved,
                     coalesce(promised, 0) AS promised, coalesce(fallen, false) AS fallen,
                     ledger.sku IS NOT NULL AND broken_at IS NULL AS is_whole
                FROM (SELECT * FROM stock_level WHERE %1$s) AS level FULL JOIN ledger ON ledger.sku = level.sku
                LEFT JOIN (SELECT sku, sum(quantity)::bigint AS promised FROM promise GROUP BY sku) AS open
                  ON open.sku = coalesce(level.sku, ledger.sku)
                LEFT JOIN (SELECT sku, sum(found)::bigint AS unsold FROM line WHERE kind = 'SALE_MISSING' GROUP BY sku)
                  AS gone ON gone.sku = coalesce(level.sku, ledger.sku)),
            drift AS (
              SELECT kind, sku, NULL::text AS reference, expected, found,
                     CASE kind WHEN 'BALANCES_BROKEN' THEN broken_at END AS position
                FROM book, LATERAL (VALUES
                  ('MOVEMENTS_WITHOUT_LEVEL', on_hand IS NULL, ledger_on_hand, NULL),
                  ('LEVEL_WITHOUT_MOVEMENTS', NOT has_rows AND (on_hand <> 0 OR reserved <> 0), 0, on_hand),
                  ('BALANCES_BROKEN', broken_at IS NOT NULL, NULL, NULL),
                  ('ON_HAND_OFF_LEDGER',
                   is_whole AND on_hand <> ledger_on_hand AND on_hand <> ledger_on_hand + unsold, ledger_on_hand, on_hand),
                  ('RESERVED_OFF_RESERVATIONS',
                   is_whole AND reserved <> ledger_reserved AND reserved <> promised, promised, reserved),
                  ('LOW_STATE_OFF_THRESHOLDS',
                   is_whole AND on_hand = ledger_on_hand AND reserved = ledger_reserved
                     AND (low_state = 'LOW' AND available >= clear_threshold
                       OR low_state = 'OK' AND available <= low_threshold AND fallen), NULL, available))
                  AS judged (kind, is_so, expected, found)
               WHERE is_so
              UNION ALL
              SELECT kind, sku, reference, expected, found, NULL FROM line)
            """;

    /** All drifts of all SKUs, of each kind so many (parameter 1), with how many of its kind there are. */
    static final String DRIFTS = BOOKS.formatted("true")
            + """
            SELECT * FROM (
              SELECT *, count(*) OVER (PARTITION BY kind) AS of_kind,
                     row_number() OVER (PARTITION BY kind ORDER BY sku, reference) AS number FROM drift) AS numbered
             WHERE number <= $1 ORDER BY kind, number
            """;

    /** The drifts of one SKU (parameter 1), each with all that its books say. */
    static final String DRIFTS_OF_SKU = BOOKS.formatted("sku = $1")
            + """
            SELECT drift.*, on_hand, reserved, coalesce(ledger_on_hand, 0) AS ledger_on_hand,
                   coalesce(promised, 0) AS promised, coalesce(is_whole, false) AS is_whole,
                   coalesce(fallen, false) AS fallen
              FROM drift LEFT JOIN book USING (sku) ORDER BY kind, reference
            """;

    private BooksSql() {}
}
