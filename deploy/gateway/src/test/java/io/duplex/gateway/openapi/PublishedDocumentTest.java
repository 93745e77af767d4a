package io.duplex.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.schema.JsonSchemas;
import io.duplex.contracts.suite.Documents;
import io.duplex.gateway.routes.RouteFiles;
import io.duplex.gateway.routes.RouteTable;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one document that is made of the four services' own. */
class PublishedDocumentTest {
    private static final RouteTable ROUTES = RouteFiles.read(List.of(Path.of("routes")));
    private static final List<ServiceDocument> GIVEN = Stream.of("order", "inventory", "invoice", "notification")
            .map(name -> name + "-service")
            .map(name -> ServiceDocument.read(name, Path.of("../..", name, "contracts/openapi.yaml")))
            .toList();
    private static final JsonNode MERGED = MergedDocument.of(GIVEN, ROUTES);

    @Test
    void isAnOpenApiDocument() {
        assertThat(JsonSchemas.misfits(Documents.specification("openapi-3.1"), MERGED))
                .isEmpty();
    }

    @Test
    void refersToNothingThatItLacks() {
        assertThat(References.in(MERGED))
                .filteredOn(name -> !name.startsWith("securitySchemes/"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(MERGED.at("/components/" + name).isMissingNode())
                        .as(name)
                        .isFalse());
    }

    @Test
    void hasEveryOperationThatARouteLeadsTo() {
        assertThat(GIVEN).allSatisfy(given -> given.document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(key ->
                                List.of("get", "put", "post", "delete", "patch").contains(key))
                        .forEach(method -> assertThat(
                                        MERGED.path("paths").path(path.getKey()).has(method))
                                .as("%s %s", method, path.getKey())
                                .isEqualTo(isPublic(method, path.getKey())))));
    }

    @Test
    void hasOperationsOfEveryService() {
        assertThat(MERGED.findValues("tags").stream().map(tags -> tags.path(0).asText()))
                .contains("order-service", "inventory-service", "invoice-service", "notification-service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{id}/ship", "dead-letters", "/q/", "health", "metrics"})
    void tellsNothingOfWhatIsHidden(String hidden) {
        assertThat(MERGED.path("paths").properties())
                .extracting(Map.Entry::getKey)
                .noneMatch(path -> path.contains(hidden));
    }

    private static boolean isPublic(String method, String path) {
        return ROUTES.find(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), path.replaceAll("\\{\\w+}", "7"))
                .isPresent();
    }
}
