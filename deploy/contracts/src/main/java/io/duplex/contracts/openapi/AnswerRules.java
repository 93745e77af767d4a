package io.duplex.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.suite.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** That an operation tells all that it may answer: successes with their shape, refusals with their codes. */
final class AnswerRules {
    private static final Set<String> EMPTY = Set.of("204", "205");

    private AnswerRules() {}

    static List<Rule> all() {
        return List.of(
                OpenApiRules.each("every operation can succeed, and says what it answers then", AnswerRules::successes),
                OpenApiRules.each("every refusal is a problem with its codes", AnswerRules::refusals),
                OpenApiRules.each("every operation tells when it refuses", AnswerRules::occasions),
                OpenApiRules.each("every operation answers to the headers that it reads", AnswerRules::headers),
                OpenApiRules.each("every refusal that need not last says how to go on", AnswerRules::ways));
    }

    private static Stream<String> successes(Operation operation) {
        List<String> found = new ArrayList<>();
        Map<String, JsonNode> answers = operation.answers();
        if (answers.keySet().stream().noneMatch(status -> status.startsWith("2") || status.startsWith("3"))) {
            found.add("has no answer of success");
        }
        answers.forEach((status, answer) -> {
            if (status.startsWith("2") && !saysWhat(status, answer.path("content"))) {
                found.add("answers " + status + " without saying what");
            }
        });
        return found.stream();
    }

    private static boolean saysWhat(String status, JsonNode content) {
        if (EMPTY.contains(status)) {
            return content.isEmpty();
        }
        return !content.isEmpty()
                && content.properties().stream()
                        .noneMatch(one -> one.getKey().endsWith("json")
                                && one.getValue().path("schema").isEmpty());
    }

    private static Stream<String> refusals(Operation operation) {
        return operation.answers().entrySet().stream()
                .filter(answer -> isRefusal(answer.getKey()))
                .filter(answer -> answer.getValue().path("content").size() != 1
                        || operation.codes(answer.getKey()).isEmpty())
                .map(answer -> "answers " + answer.getKey() + " without a problem and its codes");
    }

    static boolean isRefusal(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    private static Stream<String> occasions(Operation operation) {
        return needed(operation)
                .filter(status -> !operation.answers().containsKey(status))
                .map(status -> "does not tell when it answers " + status);
    }

    private static Stream<String> needed(Operation operation) {
        boolean hasBody = !operation.body().isMissingNode();
        boolean hasContent = operation.answers().entrySet().stream().anyMatch(AnswerRules::isContent);
        return Stream.of(
                        List.of("503"),
                        operation.security().isEmpty() ? List.<String>of() : List.of("401", "403"),
                        hasBody ? List.of("400", "413", "415", "422") : List.<String>of(),
                        operation.parameters("query").findAny().isPresent() ? List.of("400") : List.<String>of(),
                        operation.parameters("path").findAny().isPresent() ? List.of("404") : List.<String>of(),
                        hasContent ? List.of("406") : List.<String>of())
                .flatMap(List::stream)
                .distinct();
    }

    private static boolean isContent(Map.Entry<String, JsonNode> answer) {
        return answer.getKey().startsWith("2")
                && !answer.getValue().path("content").isEmpty();
    }

    private static Stream<String> headers(Operation operation) {
        List<String> missing = new ArrayList<>();
        operation.header("If-None-Match").ifPresent(header -> {
            requireAnswer(operation, "304", missing);
            requireHeader(operation, "2", "ETag", missing);
        });
        operation.header("If-Match").ifPresent(header -> {
            requireAnswer(operation, "412", missing);
            if (header.path("required").asBoolean()) {
                requireAnswer(operation, "428", missing);
            }
        });
        operation.header("Idempotency-Key").ifPresent(header -> {
            requireAnswer(operation, "409", missing);
            requireHeader(operation, "2", "Idempotency-Replayed", missing);
        });
        return missing.stream();
    }

    private static Stream<String> ways(Operation operation) {
        List<String> missing = new ArrayList<>();
        requireHeader(operation, "401", "WWW-Authenticate", missing);
        requireHeader(operation, "503", "Retry-After", missing);
        return missing.stream();
    }

    private static void requireAnswer(Operation operation, String status, List<String> missing) {
        if (!operation.answers().containsKey(status)) {
            missing.add("reads a header, and does not tell when it answers " + status);
        }
    }

    private static void requireHeader(Operation operation, String statuses, String name, List<String> missing) {
        operation.answers().forEach((status, answer) -> {
            boolean has = answer.path("headers").properties().stream()
                    .anyMatch(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
            if (status.startsWith(statuses) && !has) {
                missing.add("answers " + status + " without the header " + name);
            }
        });
    }
}
