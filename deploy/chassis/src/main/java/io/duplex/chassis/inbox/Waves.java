package io.duplex.chassis.inbox;

import io.duplex.chassis.events.Received;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Splits a batch so that it can be handled by sets and each key's order still holds: the nth event of every key is in
 * the nth wave, and a wave's events are grouped by type. Events that are handled together are one group of the first wave.
 */
final class Waves {
    private Waves() {}

    static List<Collection<List<Received<?>>>> of(
            Collection<Received<?>> events, Function<Received<?>, Optional<?>> together) {
        var seen = new HashMap<String, Integer>();
        var waves = new ArrayList<Map<Object, List<Received<?>>>>();
        for (var event : events) {
            var group = together.apply(event);
            var wave = group.isPresent() ? 1 : seen.merge(event.key(), 1, Integer::sum);
            if (waves.size() < wave) {
                waves.add(new LinkedHashMap<>());
            }
            waves.get(wave - 1)
                    .computeIfAbsent(group.isPresent() ? group.get() : event.type(), first -> new ArrayList<>())
                    .add(event);
        }
        return waves.stream().map(Map::values).toList();
    }
}
