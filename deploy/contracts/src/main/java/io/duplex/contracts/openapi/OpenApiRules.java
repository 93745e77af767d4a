package io.duplex.contracts.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.schema.JsonSchemas;
import io.duplex.contracts.suite.Documents;
import io.duplex.contracts.suite.Rule;
import io.duplex.contracts.suite.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules for a service's OpenAPI document. */
public final class OpenApiRules {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private OpenApiRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new Rule("openapi.yaml is an OpenAPI 3.1 document", OpenApiRules::form),
                new Rule("the schemas of openapi.yaml are JSON schemas", OpenApiRules::schemas),
                new Rule("every path has its major version", OpenApiRules::paths),
                new Rule("every operation has an id of its own", OpenApiRules::ids),
                new Rule("every operation says what it does", lacking("summary", OpenApiRules::isDescribed)),
                new Rule("every operation has a tag", lacking("tag", call -> !call.path("tags")
                        .isEmpty())),
                new Rule("every operation can succeed", lacking("answer of success", OpenApiRules::succeeds)));
    }

    private static Stream<String> form(Service service) {
        JsonNode document = service.openApi();
        return document.isMissingNode()
                ? Stream.of("there is no contracts/openapi.yaml")
                : JsonSchemas.misfits(Documents.specification("openapi-3.1"), document)
                        .map(misfit -> "openapi.yaml " + misfit);
    }

    private static Stream<String> schemas(Service service) {
        return service.openApi().at("/components/schemas").properties().stream()
                .flatMap(schema -> JsonSchemas.faults(schema.getValue())
                        .map(fault -> "openapi.yaml#/components/schemas/" + schema.getKey() + " " + fault));
    }

    private static Stream<String> paths(Service service) {
        return service.openApi().path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(path -> !path.startsWith("/v1/"))
                .map(path -> path + " does not begin with /v1/");
    }

    private static Stream<String> ids(Service service) {
        Set<String> seen = new HashSet<>();
        return operations(service)
                .filter(call -> !call.node().has("operationId")
                        || !seen.add(call.node().path("operationId").asText()))
                .map(call -> call.name() + " has no operationId of its own");
    }

    private static Function<Service, Stream<String>> lacking(String what, Predicate<JsonNode> present) {
        return service -> operations(service)
                .filter(call -> !present.test(call.node()))
                .map(call -> call.name() + " has no " + what);
    }

    private static boolean isDescribed(JsonNode operation) {
        return !operation.path("summary").asText().isBlank()
                || !operation.path("description").asText().isBlank();
    }

    private static boolean succeeds(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .anyMatch(answer -> answer.getKey().startsWith("2"));
    }

    private static Stream<Operation> operations(Service service) {
        return service.openApi().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry -> new Operation(entry.getKey() + " " + path.getKey(), entry.getValue())));
    }

    private record Operation(String name, JsonNode node) {}
}
