package io.duplex.gateway.exchange;

import static io.duplex.gateway.exchange.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.duplex.gateway.RunningGateway;
import io.duplex.gateway.Service;
import io.duplex.gateway.openapi.MergedDocument;
import io.duplex.gateway.openapi.ServiceDocument;
import io.duplex.gateway.pages.ApiPages;
import io.duplex.gateway.routes.RouteFiles;
import io.duplex.gateway.routes.RouteTable;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPagesTest {
    private static final RouteTable ROUTES = RouteFiles.read(List.of(Path.of("routes")));
    private static final ServiceDocument ORDERS =
            ServiceDocument.read("order-service", Path.of("../../order-service/contracts/openapi.yaml"));
    private static final RunningGateway GATEWAY = RunningGateway.with(
            ROUTES, ApiPages.of(MergedDocument.of(List.of(ORDERS), ROUTES)), Service.refusingPort());

    @AfterAll
    static void stop() {
        GATEWAY.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi.json", "/openapi?x=1"})
    void givesTheDocumentAsJson(String path) {
        HttpResponse<String> response = GATEWAY.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(new JsonObject(response.body()).getJsonObject("paths").fieldNames())
                .contains("/v1/orders");
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi, application/yaml, application/yaml",
        "/openapi, text/yaml, text/yaml",
        "/openapi.yaml, */*, application/yaml"
    })
    void givesTheSameAsYaml(String path, String accept, String type) throws IOException {
        HttpResponse<String> response = GATEWAY.send(GATEWAY.request(path).header("Accept", accept));

        assertThat(header(response, "Content-Type")).isEqualTo(type + ";charset=UTF-8");
        assertThat(response.body()).startsWith("openapi: \"3.1.0\"");
        assertThat(new YAMLMapper().readTree(response.body()))
                .isEqualTo(new YAMLMapper().readTree(GATEWAY.get("/openapi").body()));
    }

    @Test
    void tellsWhoHasTheDocumentThatItIsTheSame() {
        HttpResponse<String> first = GATEWAY.get("/openapi");
        HttpResponse<String> again =
                GATEWAY.send(GATEWAY.request("/openapi").header("If-None-Match", header(first, "ETag")));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(first, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(first.headers().allValues("Vary")).contains("Accept", "Origin");
    }

    @Test
    void refusesWhatItCannotGive() {
        assertProblem(GATEWAY.send(GATEWAY.request("/openapi").header("Accept", "text/csv")), 406, "not-acceptable");
        HttpResponse<String> posted = GATEWAY.send(GATEWAY.request("/docs").POST(BodyPublishers.ofString("{}")));
        assertProblem(posted, 405, "method-not-allowed");
        assertThat(header(posted, "Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void answersHeadWithoutABody() throws IOException {
        assertThat(GATEWAY.raw("HEAD /openapi HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("etag: ")
                .endsWith("\r\n\r\n");
    }

    @Test
    void showsAPageThatRunsNoScriptBesidesItsOwn() {
        HttpResponse<String> page = GATEWAY.get("/docs");

        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("swagger-ui").doesNotContain("//", "<script>", "style=");
    }

    @ParameterizedTest
    @CsvSource({
        "/docs/swagger-ui.js, text/javascript, SwaggerUIBundle",
        "/docs/swagger-ui.css, text/css, .swagger-ui",
        "/docs/start.js, text/javascript, /openapi.json"
    })
    void hasAllThatThePageNeeds(String path, String type, String content) {
        assertThat(GATEWAY.get("/docs").body() + GATEWAY.get("/docs/start.js").body())
                .contains(path.substring(5));
        HttpResponse<String> response = GATEWAY.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).startsWith(type);
        assertThat(response.body()).contains(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/", "/openapi/"})
    void leadsToThePage(String path) {
        HttpResponse<String> response = GATEWAY.get(path);

        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(header(response, "Location")).isEqualTo("/docs");
    }

    @Test
    void hasNoPagesWithoutDocuments() {
        try (RunningGateway without = RunningGateway.before(Service.refusingPort())) {
            assertProblem(without.get("/openapi"), 404, "not-found");
            assertProblem(without.get("/docs"), 404, "not-found");
        }
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
