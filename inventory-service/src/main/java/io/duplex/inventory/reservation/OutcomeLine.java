package io.duplex.inventory.reservation;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line of an outcome as it is stored. */
record OutcomeLine(UUID orderId, String sku, long quantity, @Nullable Long availableAtRefusal) {

    static Stream<OutcomeLine> of(Outcome outcome) {
        var available = outcome.shortages().stream().collect(Collectors.toMap(Shortage::sku, Shortage::available));
        return outcome.demand().quantities().entrySet().stream()
                .map(line -> new OutcomeLine(
                        outcome.demand().orderId(), line.getKey(), line.getValue(), available.get(line.getKey())));
    }
}
