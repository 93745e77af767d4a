package io.duplex.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;

/** A service and its OpenAPI 3.1 document. */
public record ServiceDocument(String service, JsonNode document) {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads a document, YAML or JSON.
     *
     * @throws IllegalArgumentException when the file cannot be read or holds no OpenAPI 3.1 document
     */
    public static ServiceDocument read(String service, Path file) {
        try {
            JsonNode document = YAML.readTree(file.toFile());
            if (!document.path("openapi").asText().startsWith("3.1.")) {
                throw new IllegalArgumentException(file + " is no OpenAPI 3.1 document");
            }
            return new ServiceDocument(service, document);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(file + ": " + malformed.getMessage(), malformed);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read", unreadable);
        }
    }
}
