package io.duplex.inventory.messaging;

import io.duplex.inventory.reservation.Demand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What this service uses of order-service's fact that an order was placed. */
record OrderCreated(UUID orderId, List<Line> lines) {
    OrderCreated {
        Objects.requireNonNull(orderId, "orderId");
        lines = List.copyOf(lines);
    }

    record Line(String sku, long quantity) {
        Line {
            Objects.requireNonNull(sku, "sku");
            if (quantity <= 0) {
                throw new IllegalArgumentException("quantity " + quantity);
            }
        }
    }

    /** The pieces per SKU, the same SKU summed. */
    Demand demand(String cause) {
        var quantities = new LinkedHashMap<String, Long>();
        lines.forEach(line -> quantities.merge(line.sku(), line.quantity(), Long::sum));
        return new Demand(orderId, quantities, cause);
    }
}
