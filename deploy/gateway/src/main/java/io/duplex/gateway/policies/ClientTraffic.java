package io.duplex.gateway.policies;

import java.util.List;
import java.util.Map;

/** The headers that every answer carries, and those that none does: a {@code ClientTrafficPolicy}. */
public record ClientTraffic(Map<String, String> set, List<String> removed) {
    static final ClientTraffic NONE = new ClientTraffic(Map.of(), List.of());
}
