package io.duplex.chassis.inbox;

import io.duplex.chassis.events.Received;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits a batch so that it can be handled by sets and each key's order still holds: the nth event of every key is in
 * the nth wave, and a wave's events are grouped by type.
 */
final class Waves {
    private Waves() {}

    static List<Collection<List<Received<?>>>> of(Collection<Received<?>> events) {
        var seen = new HashMap<String, Integer>();
        var waves = new ArrayList<Map<String, List<Received<?>>>>();
        for (var event : events) {
            var wave = seen.merge(event.key(), 1, Integer::sum);
            if (waves.size() < wave) {
                waves.add(new LinkedHashMap<>());
            }
            waves.get(wave - 1)
                    .computeIfAbsent(event.type(), type -> new ArrayList<>())
                    .add(event);
        }
        return waves.stream().map(Map::values).toList();
    }
}
