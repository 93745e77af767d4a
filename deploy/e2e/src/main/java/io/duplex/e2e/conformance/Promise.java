package io.duplex.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.openapi.Operation;
import io.duplex.contracts.schema.JsonSchemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the document of an operation says about its answers, against what was answered. */
final class Promise {
    private static final Pattern INTERNALS =
            Pattern.compile("[A-Za-z]*(Exception|Throwable)\\b|\\bStackTrace\\b|\\tat [a-z]"
                    + "|\\b(java|javax|jakarta|sun)\\.[a-z]+\\.|\\b(io|org|com)\\.(duplex|quarkus|vertx|netty|smallrye|jboss|hibernate"
                    + "|postgresql|apache|fasterxml|resteasy)\\b|\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) [a-z]|\\bSQLSTATE\\b"
                    + "|\\brelation \"|\\bpg_[a-z]+|class [a-z]+\\.[a-z]+\\.");
    private static final int NO_CONTENT = 204;

    private final Operation operation;
    private final Map<String, JsonNode> answers;
    private final Map<String, Function<JsonNode, Stream<String>>> schemas = new HashMap<>();

    Promise(Operation operation) {
        this.operation = operation;
        this.answers = operation.answers();
    }

    Operation operation() {
        return operation;
    }

    /** How an answer to a request contradicts the document; nothing when it does not. */
    List<String> broken(Message message, Answer answer) {
        List<String> found = new ArrayList<>(malformed(message, answer));
        var status = Integer.toString(answer.status());
        var declared = answers.get(status);
        if (answer.status() != 0 && declared == null) {
            found.add("answers " + status + ", which the document does not tell");
        } else if (declared != null) {
            found.addAll(undeclared(status, declared, answer));
        }
        if (answer.status() >= 400
                && declared != null
                && !operation.codes(status).contains(answer.code())) {
            found.add("answers " + status + " with the code " + answer.code() + ", which the document does not tell");
        }
        return found;
    }

    /** What is wrong with any answer of any service, whatever its document says. */
    static List<String> malformed(Message message, Answer answer) {
        List<String> found = new ArrayList<>();
        if (answer.status() == 0 || (answer.status() >= 500 && answer.status() != 503)) {
            found.add(answer.status() == 0 ? answer.body() : "answers " + answer.status());
        }
        if (answer.status() >= 400 && !isProblem(answer)) {
            found.add("answers " + answer.status() + " without a complete problem");
        }
        internals(answer.body())
                .filter(leak -> !message.toString().contains(leak))
                .ifPresent(leak -> found.add("tells of its internals: " + leak));
        return found;
    }

    /** The first name of a class, statement or table in a text. */
    static Optional<String> internals(String text) {
        return INTERNALS.matcher(text).results().map(MatchResult::group).findFirst();
    }

    private static boolean isProblem(Answer answer) {
        var problem = answer.json();
        return answer.mediaType().equals(Operation.PROBLEM)
                && problem.path("status").asInt() == answer.status()
                && Stream.of("type", "title", "detail", "instance", "code", "traceId")
                        .noneMatch(member -> problem.path(member).asText().isBlank());
    }

    private List<String> undeclared(String status, JsonNode declared, Answer answer) {
        List<String> found = new ArrayList<>();
        declared.path("headers").properties().stream()
                .filter(header -> header.getValue().path("required").asBoolean())
                .filter(header ->
                        answer.header(header.getKey().toLowerCase(Locale.ROOT)).isEmpty())
                .forEach(header -> found.add("answers " + status + " without the header " + header.getKey()));
        found.addAll(content(status, declared.path("content"), answer));
        return found;
    }

    private List<String> content(String status, JsonNode content, Answer answer) {
        if (content.isEmpty() || answer.status() == NO_CONTENT) {
            return answer.body().isEmpty()
                    ? List.of()
                    : List.of("answers " + status + " with a body, which the document does not tell");
        }
        return content.has(answer.mediaType())
                ? misfits(status, answer, content.path(answer.mediaType()).path("schema"))
                : List.of("answers " + status + " as " + answer.mediaType() + ", which the document does not tell");
    }

    /** Whether the document permits the body of a request, or that there is none: nothing, or {@code null}. */
    boolean permits(Message message) {
        var schema = operation.bodySchema();
        if (schema.isMissingNode() || message.body() == null) {
            return true;
        }
        if (message.body().isBlank() || message.body().strip().equals("null")) {
            return !operation.body().path("required").asBoolean();
        }
        var body = Answer.json(message.body());
        return !body.isMissingNode()
                && check("request", schema).apply(body).findAny().isEmpty();
    }

    private List<String> misfits(String status, Answer answer, JsonNode schema) {
        if (!answer.mediaType().endsWith("json") || schema.isMissingNode()) {
            return List.of();
        }
        return check(status + answer.mediaType(), schema)
                .apply(answer.json())
                .map(misfit -> "answers " + status + " with a body that does not fit: " + misfit)
                .toList();
    }

    private Function<JsonNode, Stream<String>> check(String name, JsonNode schema) {
        return schemas.computeIfAbsent(
                name, missing -> JsonSchemas.misfits(operation.api().standalone(schema)));
    }
}
