package io.duplex.contracts.schema;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which types and values a schema permits. */
final class Values {
    private static final Set<String> TYPES = Set.of("object", "array", "string", "number", "boolean", "null");

    private Values() {}

    /** The types that a schema permits; where it names none, those of its values. */
    static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        Set<String> types = new TreeSet<>();
        if (type.isTextual()) {
            types.add(type.textValue());
        } else if (type.isArray()) {
            type.forEach(one -> types.add(one.textValue()));
        } else if (of(schema) == null) {
            types.addAll(TYPES);
        } else {
            permitted(schema).forEach(value -> types.add(typeOf(value)));
        }
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static String typeOf(JsonNode value) {
        return value.isTextual()
                ? "string"
                : value.isIntegralNumber()
                        ? "integer"
                        : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /** The values that an enum or const permits; null when it may be any. */
    static @Nullable Set<String> of(JsonNode schema) {
        return schema.has("enum") || schema.has("const")
                ? permitted(schema).map(JsonNode::toString).collect(toCollection(TreeSet::new))
                : null;
    }

    private static Stream<JsonNode> permitted(JsonNode schema) {
        return schema.has("const") ? Stream.of(schema.get("const")) : Shapes.stream(schema.path("enum"));
    }
}
