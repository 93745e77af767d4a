package io.duplex.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.schema.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether what could be sent to an operation still can be. */
final class RequestCompatibility {
    private static final List<String> WRITTEN_AS = List.of("style", "explode", "allowReserved");

    private RequestCompatibility() {}

    static List<String> breaks(Succession both) {
        List<String> breaks = new ArrayList<>(body(both));
        Map<String, JsonNode> was = byKey(both.released());
        Map<String, JsonNode> is = byKey(both.current());
        is.forEach((key, parameter) -> {
            if (!was.containsKey(key) && isRequired(parameter)) {
                breaks.add(" " + key + ": added as required");
            }
        });
        was.forEach((key, parameter) -> {
            JsonNode now = is.get(key);
            breaks.addAll(now == null ? List.of(" " + key + ": removed") : parameter(both, key, parameter, now));
        });
        return breaks;
    }

    private static List<String> parameter(Succession both, String key, JsonNode was, JsonNode is) {
        List<String> breaks = new ArrayList<>();
        if (!isRequired(was) && isRequired(is)) {
            breaks.add(" " + key + ": was optional, is required");
        }
        WRITTEN_AS.stream()
                .filter(keyword -> !was.path(keyword).equals(is.path(keyword)))
                .forEach(keyword -> breaks.add(" " + key + ": " + keyword + " changed"));
        JsonNode wasDefault = was.path("schema").path("default");
        JsonNode isDefault = is.path("schema").path("default");
        if (!wasDefault.equals(isDefault)) {
            breaks.add(" " + key + ": default was " + wasDefault + ", is " + isDefault);
        }
        both.breaks(Direction.BACKWARD, was.path("schema"), is.path("schema"))
                .forEach(broken -> breaks.add(" " + key + " " + broken));
        return breaks;
    }

    private static List<String> body(Succession both) {
        JsonNode was = both.released().body();
        JsonNode is = both.current().body();
        if (was.isMissingNode()) {
            return isRequired(is) ? List.of(" request: a body was not taken, is required") : List.of();
        }
        if (is.isMissingNode()) {
            return List.of(" request: a body is no longer taken");
        }
        List<String> breaks =
                new ArrayList<>(both.contents(Direction.BACKWARD, " request", was.path("content"), is.path("content")));
        if (!isRequired(was) && isRequired(is)) {
            breaks.add(" request: was optional, is required");
        }
        return breaks;
    }

    private static boolean isRequired(JsonNode part) {
        return part.path("required").asBoolean();
    }

    private static Map<String, JsonNode> byKey(Operation operation) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        operation.parameters().forEach(parameter -> found.put(Operation.keyOf(parameter), parameter));
        return found;
    }
}
