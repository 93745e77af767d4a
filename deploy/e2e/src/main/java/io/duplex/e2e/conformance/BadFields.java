package io.duplex.e2e.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.openapi.Field;
import io.duplex.contracts.openapi.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Bodies of which one field is wrong: unknown, missing, of another type, out of its bounds. */
final class BadFields {
    private static final List<String> NO_INTEGERS = List.of("1.9", "\"2\"", "1e999999999", "true", "[]", "{}");
    private static final List<String> NO_BOOLEANS = List.of("\"true\"", "1", "[]", "{}");
    private static final List<String> NO_TEXTS = List.of("0", "17", "1.5", "true", "[]", "{}");
    private static final List<String> NO_ARRAYS = List.of("{}", "\"text\"", "17");
    private static final List<String> NO_OBJECTS = List.of("[]", "\"text\"", "17");
    private static final Set<String> MONEY = Set.of("amount", "currency");
    private static final int MOST_ELEMENTS = 1_000;

    private final Message good;
    private final JsonNode body;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Case> cases = new ArrayList<>();

    private BadFields(Operation operation, Message good, JsonNode body) {
        this.good = good;
        this.body = body;
        Field.of(operation.api(), operation.bodySchema()).forEach(field -> fields.putIfAbsent(field.pointer(), field));
    }

    /** All of an operation's, from a body in which every field is there. */
    static Stream<Case> of(Operation operation, Message good, JsonNode wholeBody) {
        var bad = new BadFields(operation, good, wholeBody);
        bad.fields.values().forEach(bad::add);
        return bad.cases.stream();
    }

    private void add(Field field) {
        var place = pointer(field);
        if (field.shape().has("properties")) {
            var unknown = place + "/no-such-field";
            add(
                    BadInput.UNKNOWN_FIELD,
                    Patch.put(body, unknown, "1"),
                    List.of(Expected.of(400, "unknown-field").at(unknown)));
        }
        if (field.required() && !place.isEmpty() && !field.name().equals("*")) {
            var expected =
                    either(field, pointer -> Expected.invalidValue(pointer).saying("required"));
            add(BadInput.MISSING_FIELD, Patch.remove(body, place), expected);
        }
        if (!place.isEmpty()) {
            values(field);
        }
    }

    private void values(Field field) {
        switch (Fit.type(field.shape())) {
            case "integer" -> integer(field);
            case "boolean" -> wrongTypes(field, NO_BOOLEANS);
            case "string" -> text(field);
            case "array" -> array(field);
            default -> wrongTypes(field, field.shape().has("properties") ? NO_OBJECTS : List.of());
        }
    }

    private void integer(Field field) {
        var wide = field.shape().path("format").asText().equals("int64");
        wrongTypes(field, NO_INTEGERS);
        wrongTypes(field, List.of(wide ? "99999999999999999999" : "99999999999"));
        if (field.required() && !field.isOf("null")) {
            wrongTypes(field, List.of("null"));
        }
        var minimum = field.shape().path("minimum");
        if (minimum.isNumber() && (wide || minimum.asLong() > Integer.MIN_VALUE)) {
            outOfBounds(field, Long.toString(minimum.asLong() - 1));
        }
        var maximum = field.shape().path("maximum");
        if (maximum.isNumber() && (wide || maximum.asLong() < Integer.MAX_VALUE)) {
            outOfBounds(field, Long.toString(maximum.asLong() + 1));
        }
    }

    private void text(Field field) {
        wrongTypes(field, NO_TEXTS);
        if (field.shape().has("enum")) {
            wrongTypes(field, List.of("\"NO_SUCH_VALUE\""));
            return;
        }
        var expected = field.shape().has("format")
                ? List.of(Expected.invalidType(pointer(field)), Expected.invalidValue(pointer(field)))
                : either(field, Expected::invalidValue);
        BadTexts.of(field.shape())
                .forEach((text, input) -> add(input, Patch.put(body, pointer(field), text), expected));
    }

    private void array(Field field) {
        wrongTypes(field, NO_ARRAYS);
        var first = body.at(JsonPointer.compile(pointer(field))).path(0);
        var most = field.shape().path("maxItems").asInt(MOST_ELEMENTS);
        if (most < MOST_ELEMENTS && !first.isMissingNode()) {
            outOfBounds(field, "[" + (first + ",").repeat(most) + first + "]");
        }
        if (field.shape().path("minItems").asInt() > 0) {
            outOfBounds(field, "[]");
        }
    }

    private void wrongTypes(Field field, List<String> values) {
        for (var value : values) {
            add(BadInput.WRONG_TYPE, Patch.put(body, pointer(field), value), either(field, Expected::invalidType));
        }
    }

    private void outOfBounds(Field field, String value) {
        add(BadInput.OUT_OF_BOUNDS, Patch.put(body, pointer(field), value), either(field, Expected::invalidValue));
    }

    /** Money is one value: what is wrong with a part of it may be said of the whole, as of a value that cannot be read. */
    private List<Expected> either(Field field, Function<String, Expected> expected) {
        var own = expected.apply(pointer(field));
        var parent = fields.get(field.pointer().substring(0, field.pointer().lastIndexOf('/')));
        if (parent == null || !names(parent).equals(MONEY)) {
            return List.of(own);
        }
        var money = pointer(parent);
        return List.of(own, expected.apply(money), Expected.invalidType(money), Expected.invalidType(pointer(field)));
    }

    private static Set<String> names(Field field) {
        var names = new TreeSet<String>();
        field.shape().path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String pointer(Field field) {
        return field.pointer().replace("/*", "/0");
    }

    private void add(BadInput input, Optional<String> text, List<Expected> expected) {
        text.ifPresent(bad -> cases.add(new Case(input, good.withBody(bad), expected)));
    }
}
