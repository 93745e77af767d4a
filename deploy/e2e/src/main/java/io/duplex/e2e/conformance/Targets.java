package io.duplex.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.openapi.Operation;
import io.duplex.e2e.conformance.World.Owner;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Paths and queries, with the objects of the world in place of parameters. */
final class Targets {
    private static final Pattern PARAMETER = Pattern.compile("([^/{}]+)/\\{[^}]+}");

    private final WellFormed wellFormed;

    Targets(WellFormed wellFormed) {
        this.wellFormed = wellFormed;
    }

    /** Path and query with the required parameters filled in. */
    String of(Operation operation, Owner owner) {
        var path = PARAMETER
                .matcher(operation.path())
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "/" + encoded(wellFormed.world().id(found.group(1), owner))));
        var query = operation
                .parameters("query")
                .filter(parameter -> parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asText() + "=" + encoded(sample(operation, parameter)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Path with an id that nobody has given in place of the last parameter. */
    static String with(String target, Operation operation, String encodedId) {
        var segments = new ArrayList<>(List.of(target.replaceFirst("\\?.*", "").split("/", -1)));
        var template = List.of(operation.path().split("/", -1));
        for (var i = template.size() - 1; i >= 0; i--) {
            if (template.get(i).startsWith("{")) {
                segments.set(i, encodedId);
                break;
            }
        }
        return String.join("/", segments);
    }

    /** Some values that a query parameter may have; none where the document does not tell which have a meaning. */
    List<String> values(Operation operation, JsonNode parameter) {
        var name = parameter.path("name").asText();
        var shape = operation.api().alternatives(parameter.path("schema")).get(0);
        return switch (Fit.type(shape)) {
            case "integer" ->
                List.of(shape.path("minimum").asText("1"), shape.path("maximum").asText("20"));
            case "boolean" -> List.of("true", "false");
            case "string" ->
                shape.has("enum") || shape.has("pattern") || shape.has("format")
                        ? wellFormed.samples(operation).texts(shape, name)
                        : List.of();
            default -> List.of();
        };
    }

    private String sample(Operation operation, JsonNode parameter) {
        return values(operation, parameter).stream().findFirst().orElse("1");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
