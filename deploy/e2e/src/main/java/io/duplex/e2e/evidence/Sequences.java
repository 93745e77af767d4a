package io.duplex.e2e.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of some topics by id, each as it first appeared, and those that appeared after a later one. */
public final class Sequences {
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, Long> last = new HashMap<>();
    private final List<String> outOfOrder = new ArrayList<>();

    /** Adds the next event of a partition; events that have appeared before are duplicates, wherever they appear. */
    public void add(Fact fact) {
        if (facts.putIfAbsent(fact.id(), fact) != null) {
            return;
        }
        var before = last.merge(fact.aggregate(), fact.sequence(), Math::max);
        if (before > fact.sequence()) {
            outOfOrder.add("%s of %s with sequence %d after %d"
                    .formatted(fact.id(), fact.aggregate(), fact.sequence(), before));
        }
    }

    /** Every event once, in the order of first appearance within each partition. */
    public List<Fact> facts() {
        return List.copyOf(facts.values());
    }

    /** Events whose aggregate had already told of a later state when they first appeared. */
    public List<String> outOfOrder() {
        return List.copyOf(outOfOrder);
    }
}
