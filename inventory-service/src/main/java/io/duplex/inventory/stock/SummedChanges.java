package io.duplex.inventory.stock;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Changes of stock, summed per SKU, as the parameters of the guarded statement. */
record SummedChanges(Map<String, List<StockChange>> bySku) {

    static SummedChanges of(List<StockChange> changes) {
        return new SummedChanges(
                changes.stream().collect(Collectors.groupingBy(StockChange::sku, TreeMap::new, Collectors.toList())));
    }

    int size() {
        return bySku.size();
    }

    String[] skus() {
        return bySku.keySet().toArray(String[]::new);
    }

    Long[] onHand() {
        return sums(StockChange::onHand);
    }

    Long[] reserved() {
        return sums(StockChange::reserved);
    }

    /** No new thresholds. */
    Long[] unchanged() {
        return new Long[size()];
    }

    /** Whether stock falls shows in the sums themselves. */
    Boolean[] fallen() {
        return Collections.nCopies(size(), false).toArray(Boolean[]::new);
    }

    private Long[] sums(ToLongFunction<StockChange> part) {
        return bySku.values().stream()
                .map(changes -> changes.stream().mapToLong(part).sum())
                .toArray(Long[]::new);
    }
}
