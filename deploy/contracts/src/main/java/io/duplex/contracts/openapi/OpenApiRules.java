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
import java.util.stream.Stream;

/** The rules for a service's OpenAPI document. */
public final class OpenApiRules {
    private OpenApiRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return Stream.of(document(), AnswerRules.all(), RequestRules.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> document() {
        return List.of(
                new Rule("openapi.yaml is an OpenAPI 3.1 document", OpenApiRules::form),
                new Rule("the schemas of openapi.yaml are JSON schemas", OpenApiRules::schemas),
                new Rule("every released operation is still promised, compatibly", OpenApiRules::released),
                new Rule("every path has its major version", OpenApiRules::paths),
                new Rule("every operation has an id of its own", OpenApiRules::ids),
                each("every operation says what it does", OpenApiRules::summary),
                each("every operation has a tag", OpenApiRules::tag));
    }

    /** A rule that each operation keeps for itself; what is said of a violation follows the operation's name. */
    static Rule each(String name, Function<Operation, Stream<String>> violations) {
        return new Rule(name, service -> Api.of(service.openApi()).operations().stream()
                .flatMap(
                        operation -> violations.apply(operation).map(violation -> operation.name() + " " + violation)));
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

    private static Stream<String> released(Service service) {
        return ApiCompatibility.breaks(service.releasedOpenApi(), service.openApi())
                .map(broken -> service.name() + " " + broken);
    }

    private static Stream<String> paths(Service service) {
        return service.openApi().path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(path -> !path.startsWith("/v1/"))
                .map(path -> path + " does not begin with /v1/");
    }

    private static Stream<String> ids(Service service) {
        Set<String> seen = new HashSet<>();
        return Api.of(service.openApi()).operations().stream()
                .filter(operation -> !operation.node().has("operationId")
                        || !seen.add(operation.node().path("operationId").asText()))
                .map(operation -> operation.name() + " has no operationId of its own");
    }

    private static Stream<String> summary(Operation operation) {
        return operation.node().path("summary").asText().isBlank() ? Stream.of("has no summary") : Stream.empty();
    }

    private static Stream<String> tag(Operation operation) {
        return operation.node().path("tags").isEmpty() ? Stream.of("has no tag") : Stream.empty();
    }
}
