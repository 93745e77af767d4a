package io.duplex.e2e.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** JSON texts of which one place was changed, into something that need not be JSON. */
final class Patch {
    private static final String MARK = "@@here@@";

    private Patch() {}

    /** The text with this in a place; empty when there is no such place. */
    static Optional<String> put(JsonNode body, String pointer, String raw) {
        if (pointer.isEmpty()) {
            return Optional.of(raw);
        }
        var copy = body.deepCopy();
        var place = JsonPointer.compile(pointer);
        var parent = copy.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), TextNode.valueOf(MARK));
        } else if (parent instanceof ArrayNode array && array.has(place.last().getMatchingIndex())) {
            array.set(place.last().getMatchingIndex(), TextNode.valueOf(MARK));
        } else {
            return Optional.empty();
        }
        return Optional.of(copy.toString().replace('"' + MARK + '"', raw));
    }

    /** The text without a place; empty when it is not there. */
    static Optional<String> remove(JsonNode body, String pointer) {
        var copy = body.deepCopy();
        var place = JsonPointer.compile(pointer);
        var parent = copy.at(place.head());
        var removed = parent instanceof ObjectNode object
                ? object.remove(place.last().getMatchingProperty())
                : parent instanceof ArrayNode array ? array.remove(place.last().getMatchingIndex()) : null;
        return removed == null ? Optional.empty() : Optional.of(copy.toString());
    }
}
