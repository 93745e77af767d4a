package io.duplex.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.openapi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Query parameters that the document does not permit, each with an otherwise good request. */
final class BadParameters {
    private static final List<String> NO_CURSORS = List.of("%21%21", "AAAA", "_____w");

    private BadParameters() {}

    static Stream<Case> of(Operation operation, Message good) {
        return operation.parameters("query").filter(one -> one.has("schema")).flatMap(parameter -> {
            var name = parameter.path("name").asText();
            var shape = operation.api().alternatives(parameter.get("schema")).get(0);
            return (name.equals("after") ? NO_CURSORS.stream() : values(shape))
                    .map(value -> Case.of(
                            BadInput.QUERY, good.withQuery(name, value), Expected.of(400, "invalid-parameter")));
        });
    }

    private static Stream<String> values(JsonNode shape) {
        return switch (Fit.type(shape)) {
            case "integer" -> integers(shape);
            case "boolean" -> Stream.of("perhaps");
            case "string" -> texts(shape);
            default -> Stream.empty();
        };
    }

    private static Stream<String> integers(JsonNode shape) {
        List<String> bad = new ArrayList<>(List.of("abc", "1.5", "99999999999999999999"));
        if (shape.has("minimum")) {
            bad.add(Long.toString(shape.get("minimum").asLong() - 1));
        }
        if (shape.has("maximum")) {
            bad.add(Long.toString(shape.get("maximum").asLong() + 1));
        }
        return bad.stream();
    }

    private static Stream<String> texts(JsonNode shape) {
        return BadTexts.of(shape).entrySet().stream()
                .filter(bad -> bad.getValue() != BadInput.NUL)
                .map(bad -> Answer.json(bad.getKey()).asText())
                .map(Targets::encoded);
    }
}
