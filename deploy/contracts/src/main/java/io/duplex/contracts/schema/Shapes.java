package io.duplex.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Schemas of one document with their references and compositions resolved, so that equal ones look equal. */
public final class Shapes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode document;

    /** Shapes of schemas whose references lead into this document. */
    public Shapes(JsonNode document) {
        this.document = document;
    }

    /** The shapes that data may have: one, or as many as {@code oneOf} or {@code anyOf} leave open. */
    public List<JsonNode> alternatives(JsonNode schema) {
        ObjectNode shape = resolve(schema);
        String choice = shape.has("oneOf") ? "oneOf" : "anyOf";
        if (!shape.has(choice)) {
            return List.of(shape);
        }
        JsonNode branches = shape.remove(choice);
        return stream(branches)
                .flatMap(branch -> alternatives(branch).stream())
                .<JsonNode>map(branch -> both(shape.deepCopy(), (ObjectNode) branch))
                .toList();
    }

    private ObjectNode resolve(JsonNode schema) {
        if (schema.isBoolean()) {
            return schema.booleanValue() ? NODES.objectNode() : nothing();
        }
        ObjectNode shape = schema.deepCopy();
        JsonNode reference = shape.remove("$ref");
        JsonNode parts = shape.remove("allOf");
        if (reference != null) {
            shape = both(resolve(target(reference.textValue())), shape);
        }
        for (JsonNode part : parts == null ? NODES.arrayNode() : parts) {
            shape = both(shape, resolve(part));
        }
        return shape;
    }

    private static ObjectNode nothing() {
        return NODES.objectNode().set("type", NODES.arrayNode());
    }

    private JsonNode target(String reference) {
        JsonNode target = document.at(reference.substring(1));
        if (!reference.startsWith("#") || target.isMissingNode()) {
            throw new IllegalArgumentException("$ref " + reference + " leads nowhere in this document");
        }
        return target;
    }

    /** What satisfies both. */
    private static ObjectNode both(ObjectNode first, ObjectNode second) {
        second.properties().forEach(entry -> {
            JsonNode had = first.get(entry.getKey());
            if (had == null) {
                first.set(entry.getKey(), entry.getValue());
            } else if (!had.equals(entry.getValue())) {
                join(first, had, entry.getKey(), entry.getValue());
            }
        });
        return first;
    }

    /** A keyword that both have, with different values; where these cannot be joined they are kept side by side. */
    private static void join(ObjectNode shape, JsonNode had, String keyword, JsonNode value) {
        if (keyword.equals("required")) {
            shape.set(keyword, union(had, value));
        } else if (keyword.equals("properties")) {
            shape.set(keyword, bothProperties(had.deepCopy(), value));
        } else if (!Keywords.ANNOTATIONS.contains(keyword)) {
            shape.set(keyword + " and", value);
        }
    }

    private static JsonNode bothProperties(ObjectNode first, JsonNode second) {
        second.properties().forEach(property -> {
            JsonNode had = first.get(property.getKey());
            first.set(
                    property.getKey(),
                    had == null
                            ? property.getValue()
                            : NODES.objectNode()
                                    .set("allOf", NODES.arrayNode().add(had).add(property.getValue())));
        });
        return first;
    }

    private static JsonNode union(JsonNode first, JsonNode second) {
        Set<JsonNode> all = new LinkedHashSet<>();
        first.forEach(all::add);
        second.forEach(all::add);
        return NODES.arrayNode().addAll(all);
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
