package io.duplex.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares a schema with its released version. The rule is one of subsets: whatever the writer's schema permits, the
 * reader's must accept; {@link Direction} says which of the two versions writes.
 *
 * <ul>
 *   <li>Backward breaks: a field made required, an enum or a type narrowed, a bound tightened, a pattern or format added.
 *   <li>Forward breaks: a required field made optional, an enum or a type widened (null among them), a bound loosened, a
 *       pattern or format given up.
 *   <li>A field that is removed breaks both: it was promised to be told and to be understood.
 *   <li>Free: an added optional field, since readers ignore what they do not know, and added required ones in the forward
 *       direction; titles, descriptions, examples; moving a definition.
 * </ul>
 *
 * References within the document and {@code allOf} are followed. What is not understood counts as a break when it differs.
 */
public final class Compatibility {
    private static final JsonNode ANYTHING = BooleanNode.TRUE;

    private final Direction direction;
    private final Shapes releasedShapes;
    private final Shapes currentShapes;
    private final Deque<Pair> underway = new ArrayDeque<>();

    /** A comparison in one direction; references are those of the two documents. */
    public Compatibility(Direction direction, JsonNode releasedDocument, JsonNode currentDocument) {
        this.direction = direction;
        this.releasedShapes = new Shapes(releasedDocument);
        this.currentShapes = new Shapes(currentDocument);
    }

    /** All that the current schema breaks in these directions; empty when it may replace the released one. */
    public static List<Break> breaks(JsonNode released, JsonNode current, Set<Direction> directions) {
        return Stream.of(Direction.values())
                .filter(directions::contains)
                .flatMap(
                        direction -> new Compatibility(direction, released, current).breaks(released, current).stream())
                .toList();
    }

    /** What a schema of the current document breaks that replaces one of the released document. */
    public List<Break> breaks(JsonNode released, JsonNode current) {
        return compare(released, current, "");
    }

    private List<Break> compare(JsonNode released, JsonNode current, String field) {
        Pair pair = new Pair(releasedShapes.alternatives(released), currentShapes.alternatives(current));
        if (underway.contains(pair)) {
            return List.of();
        }
        underway.push(pair);
        List<Break> breaks = compareShapes(pair.released(), pair.current(), field);
        underway.pop();
        return breaks;
    }

    private List<Break> compareShapes(List<JsonNode> released, List<JsonNode> current, String field) {
        if (released.size() == 1 && current.size() == 1) {
            return compareOne(released.get(0), current.get(0), field);
        }
        boolean backward = direction == Direction.BACKWARD;
        List<JsonNode> writers = backward ? released : current;
        List<JsonNode> readers = backward ? current : released;
        return writers.stream()
                .filter(writer -> readers.stream().noneMatch(reader -> (backward
                                ? compareOne(writer, reader, field)
                                : compareOne(reader, writer, field))
                        .isEmpty()))
                .map(writer -> new Break(direction, field, "no alternative takes " + writer))
                .toList();
    }

    private List<Break> compareOne(JsonNode released, JsonNode current, String field) {
        List<Break> breaks = new ArrayList<>();
        Keywords.of(direction, released, current).changes().forEach(change -> breaks.add(broken(field, change)));
        breaks.addAll(compareRequired(released, current, field));
        released.path("properties").properties().forEach(property -> {
            JsonNode now = current.path("properties").path(property.getKey());
            String where = field + "/" + property.getKey();
            breaks.addAll(
                    now.isMissingNode() ? List.of(broken(where, "removed")) : compare(property.getValue(), now, where));
        });
        breaks.addAll(compareOthers(released, current, field));
        if (released.has("items") || current.has("items")) {
            breaks.addAll(compare(part(released, "items"), part(current, "items"), field + "/*"));
        }
        return breaks;
    }

    private List<Break> compareRequired(JsonNode released, JsonNode current, String field) {
        boolean backward = direction == Direction.BACKWARD;
        Set<String> asked = required(backward ? current : released);
        asked.removeAll(required(backward ? released : current));
        JsonNode known = (backward ? released : current).path("properties");
        return asked.stream()
                .filter(name -> backward || known.has(name))
                .map(name -> broken(
                        field + "/" + name,
                        !backward
                                ? "was required, is optional"
                                : known.has(name) ? "was optional, is required" : "added as required"))
                .toList();
    }

    /** Fields that the released schema does not name. */
    private List<Break> compareOthers(JsonNode released, JsonNode current, String field) {
        List<Break> breaks = new ArrayList<>();
        JsonNode others = part(released, "additionalProperties");
        current.path("properties").properties().stream()
                .filter(property -> !released.path("properties").has(property.getKey()))
                .filter(property -> others.isObject() || (direction == Direction.FORWARD && isClosed(others)))
                .forEach(property ->
                        breaks.addAll(compare(others, property.getValue(), field + "/" + property.getKey())));
        if (released.has("additionalProperties") || current.has("additionalProperties")) {
            breaks.addAll(compare(others, part(current, "additionalProperties"), field + "/*"));
        }
        return breaks;
    }

    private Break broken(String field, String change) {
        return new Break(direction, field, change);
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("required").forEach(name -> names.add(name.textValue()));
        return names;
    }

    private static boolean isClosed(JsonNode additional) {
        return additional.isBoolean() && !additional.booleanValue();
    }

    private static JsonNode part(JsonNode schema, String keyword) {
        return schema.has(keyword) ? schema.get(keyword) : ANYTHING;
    }

    private record Pair(List<JsonNode> released, List<JsonNode> current) {}
}
