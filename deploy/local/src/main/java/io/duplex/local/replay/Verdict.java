package io.duplex.local.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the rules say about the records of one invoice: its baskets, and what is left out by which reason. */
final class Verdict {
    /** The limits of POST /v1/orders. */
    static final int MOST_LINES = 100;

    static final int MOST_PIECES = 10_000;

    private final List<Basket> baskets = new ArrayList<>();
    private final Map<SkipReason, Integer> skippedRows = new EnumMap<>(SkipReason.class);
    private final Map<SkipReason, Integer> skippedOrders = new EnumMap<>(SkipReason.class);

    /** A record that belongs to no invoice. */
    static Verdict stray(SkipReason reason) {
        var verdict = new Verdict();
        verdict.skipRows(reason, 1);
        return verdict;
    }

    List<Basket> baskets() {
        return baskets;
    }

    Map<SkipReason, Integer> skippedRows() {
        return skippedRows;
    }

    Map<SkipReason, Integer> skippedOrders() {
        return skippedOrders;
    }

    int rows() {
        return baskets.stream().mapToInt(Basket::rows).sum()
                + skippedRows.values().stream().mapToInt(Integer::intValue).sum();
    }

    void decide(Basket basket) {
        if (basket.cancels()) {
            baskets.add(basket);
        } else if (basket.lines().size() > MOST_LINES) {
            skip(basket, SkipReason.TOO_MANY_LINES);
        } else if (basket.lines().stream().anyMatch(line -> line.quantity() > MOST_PIECES)) {
            skip(basket, SkipReason.QUANTITY_OVER_LIMIT);
        } else {
            baskets.add(basket);
        }
    }

    boolean isEmpty() {
        return baskets.isEmpty() && skippedOrders.isEmpty();
    }

    void skipRows(SkipReason reason, int rows) {
        skippedRows.merge(reason, rows, Integer::sum);
    }

    void skipOrder(SkipReason reason) {
        skippedOrders.merge(reason, 1, Integer::sum);
    }

    private void skip(Basket basket, SkipReason reason) {
        skipRows(reason, basket.rows());
        skipOrder(reason);
    }
}
