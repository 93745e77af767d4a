package io.duplex.inventory.reconcile;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * What a reconciliation has found.
 *
 * @param at when books were compared, by the database's clock
 * @param counts how much there is of each kind that was found, listed or not
 * @param drifts of each kind as many as were asked for
 */
public record Report(OffsetDateTime at, OrdersCompared orders, Map<DriftKind, Long> counts, List<Finding> drifts) {
    /** A drift, and what became of its repair. */
    public record Finding(Drift drift, Outcome outcome) {}
}
