package io.duplex.order.catalogue;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why the view cannot decide about a line alone; the first one that holds is the reason for asking. */
enum Doubt {
    UNKNOWN_SKU,
    PRICE_MISSING,
    INACTIVE,
    MARGIN;

    static Optional<Doubt> about(@Nullable CatalogueItem item, int quantity, long margin) {
        if (item == null) {
            return Optional.of(UNKNOWN_SKU);
        }
        if (item.unitPrice() == null) {
            return Optional.of(PRICE_MISSING);
        }
        if (!item.active()) {
            return Optional.of(INACTIVE);
        }
        return item.surelyHas(quantity, margin) ? Optional.empty() : Optional.of(MARGIN);
    }

    /** As metrics name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
