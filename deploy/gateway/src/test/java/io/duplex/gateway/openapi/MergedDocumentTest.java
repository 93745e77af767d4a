package io.duplex.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.duplex.gateway.routes.RouteFiles;
import io.duplex.gateway.routes.RouteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small documents of two services, whose routes lie beside them. */
class MergedDocumentTest {
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final String ROUTE =
            """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: shop}
            spec:
              rules:
                - matches:
                    - {method: GET, path: {type: RegularExpression, value: '/v1/NAME/[^/]+'}}
                    - {method: POST, path: {type: Exact, value: /v1/NAME}}
                  backendRefs:
                    - {name: NAME-service}
                  timeouts: {request: 10s}
            """;

    private final RouteTable routes;

    MergedDocumentTest(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bread.yaml"), ROUTE.replace("NAME", "bread"));
        Files.writeString(folder.resolve("shop.yaml"), ROUTE.replace("NAME", "shop"));
        routes = RouteFiles.read(List.of(folder));
    }

    @Test
    void keepsWhatARouteLeadsTo() {
        JsonNode merged = merge(
                document("bread", "{/v1/bread/{id}: {get: {operationId: a}, put: {}}, /v1/ovens: {get: {}}}"),
                document("shop", "{/v1/shop: {post: {}}, /v1/bread/{id}: {get: {}}}"));

        assertThat(operations(merged))
                .containsExactly("/v1/bread/{id} get bread-service", "/v1/shop post shop-service");
    }

    @Test
    void describesEachServiceByATag() {
        JsonNode merged = merge(document("bread", "{/v1/bread: {post: {tags: [Bread Resource]}}}"));

        assertThat(merged.path("tags").toString())
                .isEqualTo("[{\"name\":\"bread-service\",\"description\":\"All about bread\"}]");
        assertThat(merged.at("/paths/~1v1~1bread/post/tags").toString()).isEqualTo("[\"bread-service\"]");
        assertThat(merged.path("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
        assertThat(merged.at("/info/version").asText()).isEqualTo("1.0.0");
    }

    @Test
    void keepsTheComponentsThatAreNeededAndNoOthers() {
        JsonNode merged = merge(document(
                "bread",
                "{/v1/bread: {post: {responses: {200: {$ref: '#/components/responses/Ok'}}}}}",
                "{responses: {Ok: {content: {a/b: {schema: {$ref: '#/components/schemas/Bread'}}}}},"
                        + " schemas: {Bread: {items: {$ref: '#/components/schemas/Bread'}}, Oven: {}}}"));

        assertThat(merged.path("components").toString())
                .contains("\"Ok\"", "\"Bread\"")
                .doesNotContain("Oven");
    }

    @Test
    void keepsOneSchemaWhereServicesMeanTheSame() {
        JsonNode merged = merge(twoWith("{Money: {type: object}}", "{Money: {type: object}}"));

        assertThat(merged.at("/components/schemas").toString()).isEqualTo("{\"Money\":{\"type\":\"object\"}}");
        assertThat(merged.at("/paths/~1v1~1bread/post/requestBody/$ref").asText())
                .isEqualTo("#/components/schemas/Money");
    }

    @Test
    void namesSchemasAfterTheirServicesWhereTheyMeanSomethingElse() {
        JsonNode merged = merge(twoWith("{Money: {type: object}}", "{Money: {type: string}}"));

        assertThat(merged.at("/components/schemas").toString())
                .isEqualTo(
                        "{\"bread-service.Money\":{\"type\":\"object\"},\"shop-service.Money\":{\"type\":\"string\"}}");
        assertThat(merged.at("/paths/~1v1~1shop/post/requestBody/$ref").asText())
                .isEqualTo("#/components/schemas/shop-service.Money");
    }

    @Test
    void namesThemSoToWhereTheyDifferByWhatTheyReferTo() {
        String money = "{Money: {properties: {of: {$ref: '#/components/schemas/Unit'}}}, Unit: {type: TYPE}}";
        JsonNode merged = merge(twoWith(money.replace("TYPE", "object"), money.replace("TYPE", "string")));

        assertThat(merged.at("/components/schemas").properties())
                .extracting(schema -> schema.getKey())
                .containsExactlyInAnyOrder(
                        "bread-service.Money", "bread-service.Unit", "shop-service.Money", "shop-service.Unit");
        assertThat(merged.at("/components/schemas/shop-service.Money/properties/of/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/shop-service.Unit");
    }

    @Test
    void followsDiscriminatorsAndSecuritySchemes() {
        String path = "{/v1/NAME: {post: {security: [{bearer: [a]}], requestBody: {discriminator:"
                + " {mapping: {x: '#/components/schemas/X'}}}}}}";
        JsonNode merged = merge(
                document(
                        "bread",
                        path.replace("NAME", "bread"),
                        "{securitySchemes: {bearer: {type: http}}, schemas: {X: {type: object}}}"),
                document(
                        "shop",
                        path.replace("NAME", "shop"),
                        "{securitySchemes: {bearer: {type: oauth2}}, schemas: {X: {type: string}}}"));

        assertThat(merged.at("/paths/~1v1~1shop/post/security").toString())
                .isEqualTo("[{\"shop-service.bearer\":[\"a\"]}]");
        assertThat(merged.at("/paths/~1v1~1shop/post/requestBody/discriminator/mapping/x")
                        .asText())
                .isEqualTo("#/components/schemas/shop-service.X");
        assertThat(merged.at("/components/securitySchemes/bread-service.bearer/type")
                        .asText())
                .isEqualTo("http");
    }

    @Test
    void tellsOfEachOperationWhatADocumentSaysOfAll() {
        ServiceDocument given = new ServiceDocument(
                "bread-service",
                yaml("{openapi: 3.1.0, security: [{bearer: []}], paths: {/v1/bread: {post: {}},"
                        + " '/v1/bread/{id}': {get: {security: []}}}}"));
        JsonNode merged = merge(given);

        assertThat(merged.at("/paths/~1v1~1bread/post/security").toString()).isEqualTo("[{\"bearer\":[]}]");
        assertThat(merged.at("/paths/~1v1~1bread~1{id}/get/security").toString())
                .isEqualTo("[]");
    }

    @Test
    void makesIdsUnique() {
        JsonNode merged = merge(
                document("bread", "{/v1/bread: {post: {operationId: make}}}"),
                document("shop", "{/v1/shop: {post: {operationId: make}}, '/v1/shop/{id}': {get: {operationId: b}}}"));

        assertThat(merged.findValuesAsText("operationId"))
                .containsExactly("bread-service.make", "shop-service.make", "b");
    }

    @Test
    void refusesAPathThatIsInTwoDocuments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merge(
                        document("bread", "{/v1/bread: {post: {}}}"), document("bread", "{/v1/bread: {post: {}}}")))
                .withMessage("/v1/bread is in two OpenAPI documents");
    }

    @Test
    void refusesWhatIsNoOpenApiDocument(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("openapi.yaml"), "openapi: 3.0.3\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceDocument.read("bread-service", file))
                .withMessageContaining(file + " is no OpenAPI 3.1 document");
    }

    @Test
    void tellsWhatTheGatewayMayAnswer() {
        JsonNode merged = merge(document("bread", "{/v1/bread: {post: {responses: {504: {description: own}}}}}"));

        JsonNode responses = merged.at("/paths/~1v1~1bread/post/responses");
        assertThat(responses.at("/429/$ref").asText()).isEqualTo("#/components/responses/gateway.429");
        assertThat(responses.at("/504/description").asText()).isEqualTo("own");
        assertThat(merged.at("/components/responses/gateway.429/headers").properties())
                .extracting(header -> header.getKey())
                .containsExactly("Retry-After", "RateLimit", "RateLimit-Policy");
    }

    private static List<String> operations(JsonNode merged) {
        return merged.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> path.getKey() + " " + operation.getKey() + " "
                                + operation.getValue().at("/tags/0").asText()))
                .toList();
    }

    private JsonNode merge(ServiceDocument... documents) {
        return MergedDocument.of(List.of(documents), routes);
    }

    private static ServiceDocument[] twoWith(String schemas, String others) {
        String path = "{/v1/NAME: {post: {requestBody: {$ref: '#/components/schemas/Money'}}}}";
        return new ServiceDocument[] {
            document("bread", path.replace("NAME", "bread"), "{schemas: " + schemas + "}"),
            document("shop", path.replace("NAME", "shop"), "{schemas: " + others + "}")
        };
    }

    private static ServiceDocument document(String name, String paths) {
        return document(name, paths, "{}");
    }

    private static ServiceDocument document(String name, String paths, String components) {
        String about = "info: {title: T, version: 1.0.0, description: All about " + name + "}";
        return new ServiceDocument(
                name + "-service",
                yaml("{openapi: 3.1.0, " + about + ", paths: " + paths + ", components: " + components + "}"));
    }

    private static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text.replaceAll("(?<=[{ ])(/v1/[\\w/]*\\{id})", "'$1'"));
        } catch (IOException malformed) {
            throw new AssertionError(text, malformed);
        }
    }
}
