package io.duplex.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.duplex.contracts.schema.Break;
import io.duplex.contracts.schema.Compatibility;
import io.duplex.contracts.schema.Direction;
import java.util.ArrayList;
import java.util.List;

/** An operation as it was released and as it is now. */
record Succession(Operation released, Operation current) {

    /** What the second schema breaks in place of the first; a missing one permits anything. */
    List<Break> breaks(Direction direction, JsonNode was, JsonNode is) {
        return new Compatibility(
                        direction, released.api().document(), current.api().document())
                .breaks(present(was), present(is));
    }

    /** The same for the media types of a body: none may go, and each must stay compatible. */
    List<String> contents(Direction direction, String what, JsonNode was, JsonNode is) {
        List<String> breaks = new ArrayList<>();
        was.properties().forEach(type -> {
            JsonNode now = is.path(type.getKey());
            if (now.isMissingNode()) {
                breaks.add(what + ": " + type.getKey() + " was removed");
                return;
            }
            breaks(direction, type.getValue().path("schema"), now.path("schema")).stream()
                    .filter(broken -> !isNewCode(type.getKey(), broken))
                    .forEach(broken -> breaks.add(what + " " + broken));
        });
        return breaks;
    }

    /** Who knows only the released codes goes by the status. */
    private static boolean isNewCode(String mediaType, Break broken) {
        return mediaType.equals(Operation.PROBLEM)
                && broken.field().endsWith("/code")
                && broken.change().startsWith("enum");
    }

    private static JsonNode present(JsonNode schema) {
        return schema.isMissingNode() ? BooleanNode.TRUE : schema;
    }
}
