package io.duplex.local.replay;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Counts of named things, from any thread. */
final class Counts {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    void add(String what, long howMany) {
        counts.merge(what, howMany, Long::sum);
    }

    void add(String what) {
        add(what, 1);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** In the order of the names. */
    Map<String, Long> toMap() {
        return new TreeMap<>(counts);
    }
}
