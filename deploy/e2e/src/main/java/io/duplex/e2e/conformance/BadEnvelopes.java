package io.duplex.e2e.conformance;

import io.duplex.contracts.openapi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests with which something is wrong around the body: method, path, headers, sizes. */
final class BadEnvelopes {
    private static final int URI_LIMIT = 4 * 1024;
    private static final int HEADER_LIMIT = 8 * 1024;
    private static final int LONGEST_KEY = 255;
    private static final List<String> METHODS = List.of("PATCH", "DELETE", "PUT", "POST", "GET");

    private BadEnvelopes() {}

    static Stream<Case> of(Operation operation, Message good) {
        List<Case> cases = new ArrayList<>(keys(operation, good));
        if (answersJson(operation)) {
            cases.add(Case.of(BadInput.ACCEPT, good.with("Accept", "text/csv"), Expected.of(406, null)));
        }
        var bare = good.withBody(null).without("Content-Type");
        cases.add(Case.of(BadInput.METHOD, bare.withMethod(unknownMethod(operation)), Expected.of(405, null)));
        cases.add(Case.of(BadInput.LONG_URI, good.withQuery("x", "y".repeat(URI_LIMIT)), Expected.of(414, null)));
        cases.add(Case.of(
                BadInput.LARGE_HEADERS, good.with("X-Filler", "y".repeat(HEADER_LIMIT)), Expected.of(431, null)));
        cases.add(Case.of(
                BadInput.UNKNOWN_PATH,
                bare.withTarget(good.target().replaceFirst("/v1/", "/v1/no-such-")),
                Expected.of(404, null)));
        return cases.stream();
    }

    private static List<Case> keys(Operation operation, Message good) {
        var required = operation.header("Idempotency-Key").filter(header -> header.path("required")
                .asBoolean());
        return required.isEmpty()
                ? List.of()
                : List.of(
                        Case.of(
                                BadInput.KEY,
                                good.without("Idempotency-Key"),
                                Expected.of(400, "idempotency-key-required")),
                        key(good, "k".repeat(LONGEST_KEY + 1)),
                        key(good, "\"not closed"),
                        key(good, "two keys"));
    }

    private static Case key(Message good, String value) {
        return Case.of(BadInput.KEY, good.with("Idempotency-Key", value), Expected.of(400, null));
    }

    private static boolean answersJson(Operation operation) {
        return operation.answers().entrySet().stream()
                .anyMatch(answer -> answer.getKey().startsWith("2")
                        && answer.getValue().path("content").has("application/json")
                        && !answer.getValue().path("content").has("text/csv"));
    }

    private static String unknownMethod(Operation operation) {
        Set<String> known = operation.api().operations().stream()
                .filter(other -> other.path().equals(operation.path()))
                .map(Operation::method)
                .collect(Collectors.toSet());
        return METHODS.stream()
                .filter(method -> !known.contains(method))
                .findFirst()
                .orElse("TRACE");
    }
}
