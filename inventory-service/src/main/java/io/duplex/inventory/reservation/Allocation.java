package io.duplex.inventory.reservation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shares out what is available: first come, first served, and each order all of its lines or none. */
final class Allocation {
    private final Map<String, Long> available;

    private Allocation(Map<String, Long> available) {
        this.available = new HashMap<>(available);
    }

    /**
     * Decides some demands, in their order.
     *
     * @param available pieces per SKU; a SKU that is missing has none
     */
    static List<Outcome> decide(List<Demand> demands, Map<String, Long> available) {
        var allocation = new Allocation(available);
        return demands.stream().map(allocation::decide).toList();
    }

    private Outcome decide(Demand demand) {
        var outcome = new Outcome(demand, shortages(demand));
        if (outcome.isReserved()) {
            demand.quantities().forEach((sku, quantity) -> available.merge(sku, -quantity, Long::sum));
        }
        return outcome;
    }

    private List<Shortage> shortages(Demand demand) {
        return demand.quantities().entrySet().stream()
                .filter(line -> line.getValue() > left(line.getKey()))
                .map(line -> new Shortage(line.getKey(), line.getValue(), left(line.getKey())))
                .toList();
    }

    private long left(String sku) {
        return available.getOrDefault(sku, 0L);
    }
}
