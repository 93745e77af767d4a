package io.duplex.order.catalogue;

import java.util.Set;

/** Inventory-service does not sell some of what it was asked for. */
class UnknownSkus extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<String> pointers;

    /** The lines that were asked, as JSON pointers to their SKUs. */
    UnknownSkus(Set<String> pointers) {
        super("unknown SKUs at " + pointers, null, false, false);
        this.pointers = pointers;
    }

    boolean pointsAt(int line) {
        return pointers.contains("#/lines/" + line + "/sku");
    }
}
