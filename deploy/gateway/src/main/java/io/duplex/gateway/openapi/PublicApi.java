package io.duplex.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duplex.gateway.routes.RouteTable;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the public can call of a service.
 *
 * @param paths the path items, with those operations only that a route leads to this service
 * @param components what these operations need, by names such as {@code schemas/Money}
 */
record PublicApi(String service, JsonNode info, ObjectNode paths, Map<String, JsonNode> components) {
    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    static PublicApi of(ServiceDocument given, RouteTable routes) {
        ObjectNode paths = JsonNodeFactory.instance.objectNode();
        given.document().path("paths").properties().forEach(path -> {
            ObjectNode item = item(given, routes, path.getKey(), path.getValue());
            if (item.properties().stream().anyMatch(field -> METHODS.contains(field.getKey()))) {
                paths.set(path.getKey(), item);
            }
        });
        Map<String, JsonNode> components = needed(paths, given.document().path("components"));
        return new PublicApi(given.service(), given.document().path("info"), paths, components);
    }

    private static ObjectNode item(ServiceDocument given, RouteTable routes, String path, JsonNode described) {
        ObjectNode item = described.deepCopy();
        item.remove("servers");
        METHODS.stream()
                .filter(method -> item.has(method) && !isRouted(given, routes, method, path))
                .toList()
                .forEach(item::remove);
        METHODS.stream()
                .map(item::get)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .forEach(operation -> standAlone(operation, given));
        return item;
    }

    /** What the document says of all its operations is said by each. */
    private static void standAlone(ObjectNode operation, ServiceDocument given) {
        operation.remove("servers");
        operation.putArray("tags").add(given.service());
        JsonNode security = given.document().get("security");
        if (security != null && !operation.has("security")) {
            operation.set("security", security.deepCopy());
        }
    }

    private static boolean isRouted(ServiceDocument given, RouteTable routes, String method, String path) {
        return routes.find(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), path.replaceAll("\\{[^{}/]+}", "x"))
                .filter(route -> route.backend().equals(given.service()))
                .isPresent();
    }

    private static Map<String, JsonNode> needed(JsonNode paths, JsonNode components) {
        Map<String, JsonNode> found = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(References.in(paths));
        while (!open.isEmpty()) {
            String name = open.pop();
            JsonNode component = components.at("/" + name);
            if (!component.isMissingNode() && found.putIfAbsent(name, component) == null) {
                open.addAll(References.in(component));
            }
        }
        return found;
    }
}
