package io.duplex.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** What the gateway may answer in a service's stead, said once, and by each operation that says nothing else. */
final class GatewayAnswers {
    private static final String PREFIX = "gateway.";

    private GatewayAnswers() {}

    static void add(ObjectNode components, Stream<ObjectNode> operations) {
        JsonNode answers = read();
        ObjectNode shared = components.withObject("/responses");
        answers.properties().forEach(answer -> shared.set(PREFIX + answer.getKey(), answer.getValue()));
        operations.forEach(operation -> {
            ObjectNode own = operation.withObject("/responses");
            answers.properties().stream()
                    .filter(answer -> !own.has(answer.getKey()))
                    .forEach(answer -> own.putObject(answer.getKey())
                            .put("$ref", "#/components/responses/" + PREFIX + answer.getKey()));
        });
    }

    private static JsonNode read() {
        try (InputStream answers = GatewayAnswers.class.getResourceAsStream("gateway-answers.yaml")) {
            return new YAMLMapper().readTree(answers);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
