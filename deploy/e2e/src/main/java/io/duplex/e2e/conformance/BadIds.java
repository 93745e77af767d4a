package io.duplex.e2e.conformance;

import io.duplex.contracts.openapi.Operation;
import java.util.List;
import java.util.stream.Stream;

/** Ids in a path that nobody has given, and what cannot be an id at all: the two must look the same. */
final class BadIds {
    /** An id as they are given out, that was not. */
    static final String UNKNOWN = "01900000-0000-7000-8000-00000000dead";

    private static final List<String> NO_IDS =
            List.of("no-such-id", "1", "%21%2A", "01900000-0000-7000-8000-00000000deadbeef", "%C3%84", "a%00b");

    private BadIds() {}

    static Stream<Case> of(Operation operation, Message good) {
        if (operation.parameters("path").findAny().isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(Stream.of(UNKNOWN), NO_IDS.stream())
                .map(id -> good.withTarget(Targets.with(good.target(), operation, id)))
                .map(message -> Case.of(BadInput.ID, message, Expected.of(404, null)));
    }

    /** What a refusal says that may not tell one unknown id from another. */
    static String essence(Answer answer) {
        var problem = answer.json();
        return Stream.of("type", "title", "status", "detail", "code", "errors")
                        .map(member -> member + "=" + problem.path(member))
                        .toList()
                + " " + answer.headers().keySet();
    }
}
