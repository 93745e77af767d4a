package io.duplex.order.catalogue;

import io.duplex.order.catalogue.CatalogueClient.Told;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts SKUs while the view is reloaded: each once, though product and stock are told apart. */
final class Tally {
    private final Set<String> all = new HashSet<>();
    private final Set<String> added = new HashSet<>();
    private final Set<String> changed = new HashSet<>();

    void told(List<? extends Told> items) {
        items.forEach(item -> all.add(String.valueOf(item.sku())));
    }

    void taken(String sku, boolean isNew) {
        (isNew ? added : changed).add(sku);
    }

    Synced synced(Duration took) {
        changed.removeAll(added);
        return new Synced(added.size(), changed.size(), all.size() - added.size() - changed.size(), took.toMillis());
    }
}
