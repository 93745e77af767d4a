package io.duplex.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.schema.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether who knows only the released answers of an operation understands the new ones. */
final class AnswerCompatibility {
    private AnswerCompatibility() {}

    static List<String> breaks(Succession both) {
        List<String> breaks = new ArrayList<>();
        Map<String, JsonNode> was = both.released().answers();
        Map<String, JsonNode> is = both.current().answers();
        is.keySet().stream()
                .filter(status -> !was.containsKey(status) && isNoticed(status))
                .forEach(status -> breaks.add(" answer " + status + ": added"));
        was.forEach((status, answer) -> {
            JsonNode now = is.get(status);
            breaks.addAll(now == null ? List.of(" answer " + status + ": removed") : answer(both, status, answer, now));
        });
        return breaks;
    }

    /** Refusals are understood by their class, and 304 is answered to those only who ask for it. */
    private static boolean isNoticed(String status) {
        return !AnswerRules.isRefusal(status) && !status.equals("304");
    }

    private static List<String> answer(Succession both, String status, JsonNode was, JsonNode is) {
        List<String> breaks = new ArrayList<>(
                both.contents(Direction.FORWARD, " answer " + status, was.path("content"), is.path("content")));
        Set<String> lost = new TreeSet<>(both.released().codes(status));
        lost.removeAll(both.current().codes(status));
        if (!lost.isEmpty()) {
            breaks.add(" answer " + status + ": code " + String.join(", ", lost) + " removed");
        }
        was.path("headers").properties().forEach(header -> {
            String name = header.getKey();
            JsonNode before = both.released().api().resolve(header.getValue());
            JsonNode now = both.current().api().resolve(is.path("headers").path(name));
            breaks.addAll(header(both, " answer " + status + " header " + name, before, now));
        });
        return breaks;
    }

    private static List<String> header(Succession both, String what, JsonNode was, JsonNode is) {
        if (is.isMissingNode()) {
            return List.of(what + ": removed");
        }
        List<String> breaks = new ArrayList<>();
        if (was.path("required").asBoolean() && !is.path("required").asBoolean()) {
            breaks.add(what + ": was required, is optional");
        }
        both.breaks(Direction.FORWARD, was.path("schema"), is.path("schema"))
                .forEach(broken -> breaks.add(what + " " + broken));
        return breaks;
    }
}
