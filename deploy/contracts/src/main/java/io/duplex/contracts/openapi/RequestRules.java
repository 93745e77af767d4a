package io.duplex.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.schema.JsonSchemas;
import io.duplex.contracts.suite.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** That an operation tells what may be sent to it, and by whom. */
final class RequestRules {
    private static final Set<String> ROLES = Set.of("customer", "staff", "admin", "service");

    private RequestRules() {}

    static List<Rule> all() {
        return List.of(
                OpenApiRules.each("every operation says who may call it", RequestRules::callers),
                OpenApiRules.each("every body is shown by examples that fit", RequestRules::examples),
                OpenApiRules.each("every parameter says what it may be", RequestRules::parameters),
                OpenApiRules.each(
                        "every array that is sent has a bound",
                        fields(shape -> isOf(shape, "array") && !shape.has("maxItems"), "has no maxItems")),
                OpenApiRules.each(
                        "every pattern is one for the whole text",
                        fields(
                                shape -> !isWhole(shape.path("pattern").asText("^$")),
                                "has a pattern without ^ and $")));
    }

    private static Stream<String> callers(Operation operation) {
        Set<String> schemes = operation.security();
        Stream<String> unknown = schemes.stream()
                .filter(name -> operation.api().securityScheme(name).isMissingNode())
                .map(name -> "needs " + name + ", which components.securitySchemes does not describe");
        Set<String> roles = operation.roles();
        boolean known = !schemes.isEmpty() && operation.node().path("x-roles").isArray() && ROLES.containsAll(roles);
        return Stream.concat(unknown, known ? Stream.empty() : Stream.of("does not say in x-roles who may call it"));
    }

    private static Stream<String> examples(Operation operation) {
        if (operation.body().isMissingNode()) {
            return Stream.empty();
        }
        List<JsonNode> examples = operation.bodyExamples();
        if (examples.isEmpty() || operation.bodySchema().isMissingNode()) {
            return Stream.of("has no schema with an example of its body");
        }
        JsonNode schema = operation.api().standalone(operation.bodySchema());
        return examples.stream()
                .flatMap(example -> JsonSchemas.misfits(schema, example))
                .map(misfit -> "has an example that does not fit: " + misfit);
    }

    private static Stream<String> parameters(Operation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.path("schema").isEmpty() && !parameter.has("content"))
                .map(parameter -> "has no schema for " + Operation.keyOf(parameter));
    }

    /** Looks at all that is sent: the body and the parameters. */
    private static Function<Operation, Stream<String>> fields(Predicate<JsonNode> broken, String said) {
        return operation -> {
            Stream<Part> body = operation.bodySchema().isMissingNode()
                    ? Stream.empty()
                    : Stream.of(new Part("body", operation.bodySchema()));
            Stream<Part> parameters = operation.parameters().stream()
                    .filter(parameter -> parameter.has("schema"))
                    .map(parameter -> new Part(Operation.keyOf(parameter), parameter.get("schema")));
            return Stream.concat(body, parameters).flatMap(part -> Field.of(operation.api(), part.schema()).stream()
                    .filter(field -> broken.test(field.shape()))
                    .map(field -> part.name() + field.pointer() + " " + said));
        };
    }

    private static boolean isOf(JsonNode shape, String type) {
        return new Field("", shape, true).isOf(type);
    }

    /** Java's validation matches the whole text, JSON Schema finds a part of it: only with anchors both say the same. */
    private static boolean isWhole(String pattern) {
        boolean anchored = pattern.startsWith("^") && pattern.endsWith("$") && !pattern.endsWith("\\$");
        return anchored && !hasBareChoice(pattern);
    }

    /** Whether there is a choice outside of all brackets, to whose parts only one anchor each belongs. */
    private static boolean hasBareChoice(String pattern) {
        String bare = pattern.replaceAll("\\\\.", "_").replaceAll("\\[[^\\]]*\\]", "_");
        for (String before = ""; !before.equals(bare); ) {
            before = bare;
            bare = bare.replaceAll("\\([^()]*\\)", "_");
        }
        return bare.contains("|");
    }

    private record Part(String name, JsonNode schema) {}
}
