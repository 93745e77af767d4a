package io.duplex.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.duplex.contracts.openapi.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Data by chance that fits a schema. */
final class Bodies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> MONEY = Set.of("amount", "currency");
    private static final List<String> AMOUNTS = List.of("0.01", "49.90", "1.00", "100000.00");
    private static final int MOST_ELEMENTS = 6;
    private static final int LONGEST = 300;
    private static final double PRESENCE = 0.6;

    private final Api api;
    private final Samples samples;

    Bodies(Api api, Samples samples) {
        this.api = api;
        this.samples = samples;
    }

    Arbitrary<JsonNode> of(JsonNode schema, String name) {
        var shape = api.alternatives(schema).get(0);
        return switch (Fit.type(shape)) {
            case "object" -> object(shape);
            case "array" -> array(shape, name);
            case "integer", "number" -> integer(shape);
            case "boolean" -> Arbitraries.of(true, false).map(NODES::booleanNode);
            case "string" -> text(shape, name);
            default -> Arbitraries.just(MissingNode.getInstance());
        };
    }

    private Arbitrary<JsonNode> object(JsonNode shape) {
        List<String> names = new ArrayList<>();
        shape.path("properties").fieldNames().forEachRemaining(names::add);
        if (Set.copyOf(names).equals(MONEY)) {
            return Arbitraries.of(AMOUNTS)
                    .map(amount -> NODES.objectNode().put("amount", amount).put("currency", "EUR"));
        }
        Set<String> required = new TreeSet<>();
        shape.path("required").forEach(name -> required.add(name.asText()));
        var values = names.stream()
                .map(name -> {
                    var value = of(shape.path("properties").path(name), name);
                    return required.contains(name) ? value : sometimes(value);
                })
                .toList();
        return Combinators.combine(values).as(chosen -> object(names, chosen));
    }

    private static JsonNode object(List<String> names, List<JsonNode> values) {
        var object = NODES.objectNode();
        for (var i = 0; i < names.size(); i++) {
            if (!values.get(i).isMissingNode()) {
                object.set(names.get(i), values.get(i));
            }
        }
        return object;
    }

    private static Arbitrary<JsonNode> sometimes(Arbitrary<JsonNode> value) {
        return value.optional(PRESENCE).map(chosen -> chosen.orElse(MissingNode.getInstance()));
    }

    private Arbitrary<JsonNode> array(JsonNode shape, String name) {
        var least = shape.path("minItems").asInt();
        var most = Math.min(shape.path("maxItems").asInt(MOST_ELEMENTS), Math.max(MOST_ELEMENTS, least));
        return of(shape.path("items"), name)
                .list()
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(elements -> {
                    var array = NODES.arrayNode();
                    elements.stream().filter(one -> !one.isMissingNode()).forEach(array::add);
                    return array;
                });
    }

    private static Arbitrary<JsonNode> integer(JsonNode shape) {
        var wide = shape.path("format").asText().equals("int64");
        var least = shape.path("minimum").asLong(wide ? Long.MIN_VALUE : Integer.MIN_VALUE);
        var most = shape.path("maximum").asLong(wide ? Long.MAX_VALUE : Integer.MAX_VALUE);
        return Arbitraries.longs().between(least, most).map(value -> NODES.numberNode(value.longValue()));
    }

    /** The word of this world, another one that is known, or any that fits. */
    private Arbitrary<JsonNode> text(JsonNode shape, String name) {
        var known = samples.texts(shape, name);
        var least = shape.path("minLength").asInt();
        var most = Math.max(least, Math.min(LONGEST, shape.path("maxLength").asInt(LONGEST)));
        var word = known.isEmpty() ? "x" : known.get(0);
        return Combinators.combine(
                        Arbitraries.of(known.isEmpty() ? List.of(word) : known),
                        Arbitraries.strings()
                                .ofMinLength(least)
                                .ofMaxLength(most)
                                .map(Bodies::plain),
                        Arbitraries.integers().between(0, 9))
                .as((other, any, choice) -> NODES.textNode(
                        choice < (samples.knows(name) ? 9 : 3)
                                ? word
                                : choice < 7 || !Fit.of(shape, any) ? other : any));
    }

    /** Without the characters that a message would send as raw bytes, or cannot send at all. */
    private static String plain(String text) {
        return text.replaceAll("[\\uD800-\\uDFFF\\uE000-\\uE0FF]", "\u00E4");
    }
}
