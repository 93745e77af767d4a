package io.duplex.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duplex.contracts.schema.Shapes;
import io.duplex.contracts.suite.Documents;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an OpenAPI 3.1 document describes. */
public final class Api {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonNode document;
    private final Shapes shapes;

    private Api(JsonNode document) {
        this.document = document;
        this.shapes = new Shapes(document);
    }

    /** The API of this document; one without operations when it is a missing node. */
    public static Api of(JsonNode document) {
        return new Api(document);
    }

    /** All operations, in the document's order. */
    public List<Operation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry -> new Operation(this, entry.getKey(), path.getKey(), path.getValue())))
                .toList();
    }

    /** The operation of this name, such as {@code POST /v1/orders}. */
    public Optional<Operation> operation(String name) {
        return operations().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The whole document. */
    public JsonNode document() {
        return document;
    }

    /** The shapes that data of a schema may have, its references and parts put together. */
    public List<JsonNode> alternatives(JsonNode schema) {
        return shapes.alternatives(schema);
    }

    /** The same schema for use without this document: what it refers to goes with it. */
    public JsonNode standalone(JsonNode schema) {
        ObjectNode copy = (ObjectNode) moved(schema);
        return copy.set("$defs", moved(document.at("/components/schemas")));
    }

    private static JsonNode moved(JsonNode schemas) {
        return Documents.parse((schemas.isMissingNode() ? "{}" : schemas.toString()).replace(SCHEMAS, "#/$defs/"));
    }

    /** What a reference leads to, such as a shared answer; anything else is itself. */
    JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? document.at(reference.textValue().substring(1)) : node;
    }

    /** The codes that the schema of a problem permits; none when it names none. */
    Set<String> codes(JsonNode problem) {
        Set<String> codes = new TreeSet<>();
        if (problem.isObject()) {
            alternatives(problem).stream()
                    .map(shape -> shape.path("properties").path("code"))
                    .filter(JsonNode::isObject)
                    .flatMap(code -> alternatives(code).stream())
                    .forEach(code -> code.path("enum").forEach(one -> codes.add(one.asText())));
        }
        return codes;
    }

    /** A security scheme; a missing node when it is not described. */
    JsonNode securityScheme(String name) {
        return resolve(document.path("components").path("securitySchemes").path(name));
    }
}
