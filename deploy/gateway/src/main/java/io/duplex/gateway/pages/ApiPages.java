package io.duplex.gateway.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The document of the API, as JSON and as YAML, and the page that shows it: Swagger UI, without anything from elsewhere. */
public final class ApiPages {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();
    private static final List<String> YAML_TYPES =
            List.of("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml");

    private static final String SWAGGER_UI = "/META-INF/resources/openapi-ui/";
    /** Scripts and styles of this origin only, none inline; Swagger UI has its icons inline. */
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private ApiPages() {}

    /** The pages about an OpenAPI document. */
    public static Pages of(JsonNode document) {
        Page json = Page.of("application/json", json(document));
        Buffer yaml = yaml(document);
        List<Page> variants = Stream.concat(Stream.of(json), YAML_TYPES.stream().map(type -> Page.of(type, yaml)))
                .map(page -> page.with("Vary", "Accept"))
                .toList();
        Page html = Page.of("text/html", resource("index.html")).with("Content-Security-Policy", PAGE_POLICY);
        return new Pages(Map.ofEntries(
                Map.entry("/openapi", variants),
                Map.entry("/openapi.json", List.of(json)),
                Map.entry("/openapi.yaml", List.of(Page.of("application/yaml", yaml))),
                Map.entry("/openapi/", List.of(Page.redirect("/docs"))),
                Map.entry("/docs/", List.of(Page.redirect("/docs"))),
                Map.entry("/docs", List.of(html)),
                Map.entry("/docs/start.js", List.of(Page.of("text/javascript", resource("start.js")))),
                Map.entry("/docs/swagger-ui.js", swaggerUi("text/javascript", "swagger-ui-bundle.js")),
                Map.entry("/docs/swagger-ui.css", swaggerUi("text/css", "swagger-ui.css"))));
    }

    private static List<Page> swaggerUi(String type, String file) {
        return List.of(Page.of(type, resource(SWAGGER_UI + file)));
    }

    private static Buffer json(JsonNode document) {
        return Buffer.buffer(document.toPrettyString());
    }

    private static Buffer yaml(JsonNode document) {
        try {
            return Buffer.buffer(YAML.writeValueAsBytes(document));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Buffer resource(String name) {
        try (InputStream resource = Objects.requireNonNull(ApiPages.class.getResourceAsStream(name), name)) {
            return Buffer.buffer(resource.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
