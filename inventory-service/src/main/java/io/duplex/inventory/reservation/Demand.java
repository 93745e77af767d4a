package io.duplex.inventory.reservation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What an order needs.
 *
 * @param quantities pieces per SKU, in the order in which the SKUs were first named; each above zero
 * @param cause the id of the event that told of the order
 */
public record Demand(UUID orderId, Map<String, Long> quantities, String cause) {
    public Demand {
        quantities = new LinkedHashMap<>(quantities);
    }
}
