package io.duplex.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.duplex.contracts.openapi.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Data that fits a schema, from its examples and from words that mean something in this world. */
final class Samples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TYPICAL = List.of(
            "01991f7e-5b1c-7c3e-9a57-6d1f0a3c2b10",
            "2026-11-21T10:00:00.123Z",
            "2026-11-21",
            "a.buyer@customer.example",
            "+4915112345678",
            "EUR",
            "DE",
            "en",
            "true",
            "49.90",
            "Oak-1",
            "Some words",
            "x");

    private final Api api;
    private final Map<String, String> words;

    /** The words by the names of the fields whose values they are. */
    Samples(Api api, Map<String, String> words) {
        this.api = api;
        this.words = words;
    }

    /** An example with the words of this world, and with every field that the schema permits. */
    JsonNode complete(JsonNode schema, JsonNode example) {
        return value(schema, "", example, true);
    }

    /** An example as it is, but for the words of this world. */
    JsonNode translated(JsonNode schema, JsonNode example) {
        return value(schema, "", example, false);
    }

    private JsonNode value(JsonNode schema, String name, JsonNode example, boolean whole) {
        var shape = api.alternatives(schema).get(0);
        if (shape.has("properties")) {
            return object(shape, example, whole);
        }
        if (shape.has("items")) {
            return array(shape, name, example, whole);
        }
        if (words.containsKey(name) && Fit.of(shape, words.get(name))) {
            return NODES.textNode(words.get(name));
        }
        return example.isMissingNode() || example.isNull() ? leaf(shape, name) : example;
    }

    private JsonNode object(JsonNode shape, JsonNode example, boolean whole) {
        var object = NODES.objectNode();
        shape.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            var value = whole || example.has(name)
                    ? value(property.getValue(), name, example.path(name), whole)
                    : MissingNode.getInstance();
            if (!value.isMissingNode()) {
                object.set(name, value);
            }
        });
        return object;
    }

    private JsonNode array(JsonNode shape, String name, JsonNode example, boolean whole) {
        var array = NODES.arrayNode();
        var elements = example.isEmpty() && whole ? List.<JsonNode>of(MissingNode.getInstance()) : example;
        for (var element : elements) {
            var value = value(shape.get("items"), name, element, whole);
            if (!value.isMissingNode()) {
                array.add(value);
            }
        }
        return array;
    }

    private JsonNode leaf(JsonNode shape, String name) {
        return switch (Fit.type(shape)) {
            case "integer", "number" ->
                NODES.numberNode(
                        shape.path("minimum").asLong(shape.path("maximum").asLong(1)));
            case "boolean" -> NODES.booleanNode(true);
            case "string" ->
                texts(shape, name).stream()
                        .findFirst()
                        .<JsonNode>map(NODES::textNode)
                        .orElse(MissingNode.getInstance());
            default -> MissingNode.getInstance();
        };
    }

    /** Whether there is a word of this world for a field. */
    boolean knows(String name) {
        return words.containsKey(name);
    }

    /** Texts that fit a schema; the first is the likeliest. */
    List<String> texts(JsonNode shape, String name) {
        List<String> found = new ArrayList<>();
        if (words.containsKey(name)) {
            found.add(words.get(name));
        }
        for (var source : List.of(shape.path("examples"), shape.path("enum"))) {
            source.forEach(one -> found.add(one.asText()));
        }
        for (var source : List.of("example", "default", "const")) {
            if (shape.has(source)) {
                found.add(shape.get(source).asText());
            }
        }
        found.addAll(TYPICAL);
        found.removeIf(text -> !Fit.of(shape, text));
        return found.stream().distinct().toList();
    }
}
