package io.duplex.order.catalogue;

import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Inventory-service does not sell some of what it was asked for. */
class UnknownSkus extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<@Nullable String> pointers;

    /** The lines that were asked, as JSON pointers to their SKUs. */
    UnknownSkus(Set<@Nullable String> pointers) {
        super("unknown SKUs at " + pointers, null, false, false);
        this.pointers = pointers;
    }

    boolean pointsAtAnyOf(int lines) {
        return IntStream.range(0, lines).anyMatch(this::pointsAt);
    }

    boolean pointsAt(int line) {
        return pointers.contains("#/lines/" + line + "/sku");
    }
}
