package io.duplex.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The names of the services' components in one document. Where services mean different things by one name, each thing is
 * named after its service too, as in {@code schemas/order-service.Line}.
 */
final class ComponentNames {
    private final Map<String, List<JsonNode>> meanings = new TreeMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    ComponentNames(List<PublicApi> apis) {
        apis.forEach(api -> api.components()
                .forEach((name, meaning) -> meanings.merge(name, List.of(meaning), (some, more) -> Stream.of(some, more)
                        .flatMap(Collection::stream)
                        .toList())));
        while (ambiguous.addAll(newlyAmbiguous())) {
            // What means something different by one of its own references is ambiguous in turn.
        }
    }

    /** The component's name in the one document. */
    String of(String service, String component) {
        return ambiguous.contains(component) ? component.replaceFirst("/", "/" + service + ".") : component;
    }

    private List<String> newlyAmbiguous() {
        return meanings.entrySet().stream()
                .filter(component -> component.getValue().size() > 1 && differs(component.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean differs(List<JsonNode> meanings) {
        return meanings.stream().distinct().count() > 1
                || References.in(meanings.get(0)).stream().anyMatch(ambiguous::contains);
    }
}
