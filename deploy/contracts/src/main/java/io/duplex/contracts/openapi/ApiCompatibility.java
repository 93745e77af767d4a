package io.duplex.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares an API with its released version: whoever was written for the released one must not notice the new one.
 * Requests of the released version must fit (backward), answers of the new one must be understood (forward).
 *
 * <ul>
 *   <li>Breaks: an operation, parameter, body, media type, answer, problem code or header that is no longer there; another
 *       operationId, since generated clients call it so; another default; what was optional and is required; another
 *       success status, since who knows 200 does not look for 202; a role that may no longer call.
 *   <li>Free: what is added and optional; another refusal or problem code, since who does not know it goes by the class of
 *       its status (RFC 9110, section 15); 304, which nobody gets who did not ask for it; a role that may call, too.
 * </ul>
 */
public final class ApiCompatibility {
    private ApiCompatibility() {}

    /** What is broken, a sentence each that names the operation; nothing when there is no released document. */
    public static Stream<String> breaks(JsonNode released, JsonNode current) {
        Api now = Api.of(current);
        return Api.of(released).operations().stream().flatMap(was -> {
            Optional<Operation> is = now.operation(was.name());
            return (is.isEmpty() ? Stream.of(": removed") : breaks(new Succession(was, is.get())))
                    .map(broken -> was.name() + broken);
        });
    }

    private static Stream<String> breaks(Succession succession) {
        return Stream.of(
                        identity(succession),
                        callers(succession),
                        RequestCompatibility.breaks(succession),
                        AnswerCompatibility.breaks(succession))
                .flatMap(List::stream);
    }

    private static List<String> identity(Succession both) {
        String was = both.released().node().path("operationId").asText();
        String is = both.current().node().path("operationId").asText();
        return was.equals(is) ? List.of() : List.of(": operationId was " + was + ", is " + is);
    }

    private static List<String> callers(Succession both) {
        List<String> breaks = new ArrayList<>();
        Set<String> admitted = both.released().roles();
        Set<String> roles = both.current().roles();
        if (!roles.isEmpty() && !roles.containsAll(admitted)) {
            breaks.add(": who may call was " + admitted + ", is " + roles);
        }
        if (admitted.isEmpty() && !roles.isEmpty()) {
            breaks.add(": every role could call, now " + roles + " may");
        }
        if (!schemes(both.current()).containsAll(schemes(both.released())) || isClosed(both)) {
            breaks.add(": security was " + schemes(both.released()) + ", is " + schemes(both.current()));
        }
        return breaks;
    }

    private static boolean isClosed(Succession both) {
        return both.released().security().isEmpty()
                && !both.current().security().isEmpty();
    }

    /** The ways to identify oneself, by what they are and not by what they are called. */
    private static List<String> schemes(Operation operation) {
        return operation.security().stream()
                .map(name -> operation.api().securityScheme(name))
                .map(scheme -> Stream.of("type", "scheme", "in", "name", "openIdConnectUrl")
                        .filter(scheme::has)
                        .map(key -> scheme.path(key).asText())
                        .toList()
                        .toString())
                .toList();
    }
}
