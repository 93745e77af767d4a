package io.duplex.contracts.schema;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keywords of one schema against those of another, without what lies below them. */
final class Keywords {
    /** What says nothing about which data is valid. */
    static final Set<String> ANNOTATIONS = Set.of(
            "$schema",
            "$id",
            "$anchor",
            "$comment",
            "$defs",
            "definitions",
            "title",
            "description",
            "default",
            "deprecated",
            "example",
            "examples",
            "externalDocs",
            "readOnly",
            "writeOnly");

    private static final Set<String> SIZES = Set.of("minLength", "minItems");
    private static final Set<String> LOWER = Set.of("minimum", "exclusiveMinimum", "minLength", "minItems");
    private static final Set<String> UPPER = Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems");
    private static final Set<String> ELSEWHERE =
            Set.of("type", "enum", "const", "properties", "required", "additionalProperties", "items");

    private final JsonNode released;
    private final JsonNode current;
    private final JsonNode writer;
    private final JsonNode reader;

    private Keywords(Direction direction, JsonNode released, JsonNode current) {
        this.released = released;
        this.current = current;
        this.writer = direction == Direction.BACKWARD ? released : current;
        this.reader = direction == Direction.BACKWARD ? current : released;
    }

    static Keywords of(Direction direction, JsonNode released, JsonNode current) {
        return new Keywords(direction, released, current);
    }

    /** What the reader does not accept of all that the writer may write. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        if (!Values.types(reader).containsAll(Values.types(writer))) {
            changes.add(change("type"));
        }
        Set<String> accepted = Values.of(reader);
        if (accepted != null && !accepts(accepted, Values.of(writer))) {
            changes.add("enum " + differences());
        }
        reader.fieldNames().forEachRemaining(keyword -> {
            if (!ELSEWHERE.contains(keyword) && !ANNOTATIONS.contains(keyword) && !holds(keyword)) {
                changes.add(change(keyword));
            }
        });
        return changes;
    }

    /** Whether the writer keeps what the reader asks for by this keyword. */
    private boolean holds(String keyword) {
        JsonNode asked = reader.get(keyword);
        JsonNode kept = writer.path(keyword);
        if (keyword.startsWith("x-") || kept.equals(asked)) {
            return true;
        }
        if (LOWER.contains(keyword)) {
            return kept.isNumber()
                    ? number(kept).compareTo(number(asked)) >= 0
                    : SIZES.contains(keyword) && asked.asInt() == 0;
        }
        return UPPER.contains(keyword) && kept.isNumber() && number(kept).compareTo(number(asked)) <= 0;
    }

    private String change(String keyword) {
        return keyword + " was " + shown(released, keyword) + ", is " + shown(current, keyword);
    }

    private String differences() {
        Set<String> was = Values.of(released);
        Set<String> is = Values.of(current);
        if (was == null || is == null) {
            return was == null ? "added" : "removed";
        }
        return Stream.of(difference("lost ", was, is), difference("gained ", is, was))
                .filter(text -> !text.isEmpty())
                .collect(joining(", "));
    }

    private static String difference(String what, Set<String> all, Set<String> without) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(without);
        return left.isEmpty() ? "" : what + String.join(", ", left);
    }

    private static boolean accepts(Set<String> accepted, @Nullable Set<String> written) {
        return written != null && accepted.containsAll(written);
    }

    private static BigDecimal number(JsonNode value) {
        return value.decimalValue();
    }

    private static String shown(JsonNode schema, String keyword) {
        return schema.has(keyword) ? schema.get(keyword).toString() : "absent";
    }
}
