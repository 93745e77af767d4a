package io.duplex.e2e.conformance;

import io.duplex.contracts.openapi.Operation;
import java.util.stream.Stream;

/** Bodies that are no JSON, or not just one value of it; and bodies that are not what they are said to be. */
final class BadBodies {
    private static final int LIMIT = 64 * 1024;
    private static final Expected MALFORMED = Expected.of(400, "malformed-json");
    private static final Expected REQUIRED = Expected.of(400, "body-required");

    private BadBodies() {}

    static Stream<Case> of(Operation operation, Message good) {
        return good.body() == null
                ? Stream.empty()
                : Stream.of(absent(operation, good), malformed(good, good.body()), misnamed(good))
                        .flatMap(cases -> cases);
    }

    private static Stream<Case> malformed(Message good, String body) {
        return Stream.of(
                bad(BadInput.TRUNCATED, good, body.substring(0, body.length() - 1)),
                bad(BadInput.TRUNCATED, good, body.substring(0, body.length() / 2)),
                bad(BadInput.TRUNCATED, good, "{"),
                bad(BadInput.TRAILING, good, body + "{}"),
                bad(BadInput.TRAILING, good, body + " x"),
                bad(BadInput.TRAILING, good, body + "]"),
                bad(BadInput.DUPLICATE, good, twice(body)),
                Case.of(BadInput.LARGE_BODY, good.withBody(" ".repeat(LIMIT) + body), Expected.of(413, null)));
    }

    private static Stream<Case> misnamed(Message good) {
        return Stream.of(
                        good.without("Content-Type"),
                        good.with("Content-Type", "text/plain"),
                        good.with("Content-Type", "application/xml"),
                        good.with("Content-Type", "x"))
                .map(message -> Case.of(BadInput.CONTENT_TYPE, message, Expected.of(415, null)));
    }

    /** A body that is not required may be left out, and then it is no bad input. */
    private static Stream<Case> absent(Operation operation, Message good) {
        return operation.body().path("required").asBoolean()
                ? Stream.of(
                        Case.of(BadInput.EMPTY, good.withBody(""), REQUIRED),
                        Case.of(BadInput.NULL, good.withBody("null"), REQUIRED))
                : Stream.empty();
    }

    /** The body with its first field a second time, with the same value. */
    private static String twice(String body) {
        var fields = Answer.json(body).properties();
        var again = fields.stream()
                .findFirst()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .orElse("\"no-such-field\":1,\"no-such-field\":1");
        return "{" + again + (fields.isEmpty() ? "}" : "," + body.substring(1));
    }

    private static Case bad(BadInput input, Message good, String body) {
        return Case.of(input, good.withBody(body), MALFORMED);
    }
}
