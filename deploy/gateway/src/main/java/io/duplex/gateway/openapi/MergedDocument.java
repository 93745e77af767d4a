package io.duplex.gateway.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duplex.gateway.routes.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One OpenAPI 3.1 document of everything that the public can call, whichever service serves it. */
public final class MergedDocument {
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ComponentNames names;

    private MergedDocument(List<PublicApi> apis) {
        names = new ComponentNames(apis);
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Duplex")
                .put("version", versions(apis))
                .put("description", "Order-to-cash: orders, stock, invoices and notifications, from one origin.");
        document.putArray("servers").addObject().put("url", "/");
        ArrayNode tags = document.putArray("tags");
        apis.forEach(api -> describe(api, tags.addObject()));
        ObjectNode paths = document.putObject("paths");
        ObjectNode components = document.putObject("components");
        apis.forEach(api -> add(api, paths, components));
        uniqueIds(paths);
        GatewayAnswers.add(components, operations(paths));
    }

    /**
     * The public operations of all documents, with their services as tags.
     *
     * @throws IllegalArgumentException when two documents describe one path
     */
    public static JsonNode of(List<ServiceDocument> documents, RouteTable routes) {
        return new MergedDocument(documents.stream()
                        .map(document -> PublicApi.of(document, routes))
                        .toList())
                .document;
    }

    private static String versions(List<PublicApi> apis) {
        return apis.stream()
                .map(api -> api.info().path("version").asText())
                .distinct()
                .collect(joining(", "));
    }

    private static void describe(PublicApi api, ObjectNode tag) {
        tag.put("name", api.service());
        String description = api.info().path("description").asText();
        if (!description.isEmpty()) {
            tag.put("description", description);
        }
    }

    private void add(PublicApi api, ObjectNode paths, ObjectNode components) {
        api.paths().properties().forEach(path -> {
            if (paths.has(path.getKey())) {
                throw new IllegalArgumentException(path.getKey() + " is in two OpenAPI documents");
            }
            paths.set(path.getKey(), named(api, path.getValue()));
        });
        api.components().forEach((name, component) -> {
            String[] place = names.of(api.service(), name).split("/", 2);
            components.withObject("/" + place[0]).set(place[1], named(api, component));
        });
    }

    private JsonNode named(PublicApi api, JsonNode part) {
        JsonNode copy = part.deepCopy();
        References.rename(copy, name -> names.of(api.service(), name));
        return copy;
    }

    /** An id is unique in a document; one that services share gets the service before it. */
    private static void uniqueIds(ObjectNode paths) {
        operations(paths)
                .filter(operation -> operation.has("operationId"))
                .collect(groupingBy(operation -> operation.path("operationId").asText()))
                .forEach((id, operations) -> {
                    if (operations.size() > 1) {
                        operations.forEach(operation -> operation.put(
                                "operationId", operation.path("tags").path(0).asText() + "." + id));
                    }
                });
    }

    private static Stream<ObjectNode> operations(ObjectNode paths) {
        return paths.properties().stream()
                .flatMap(path -> path.getValue().properties().stream())
                .filter(field -> PublicApi.METHODS.contains(field.getKey()))
                .map(Map.Entry::getValue)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
    }
}
