package io.duplex.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Whether a text fits a shape: as Java's validation understands a pattern, for the whole of it. */
final class Fit {
    private Fit() {}

    static boolean of(JsonNode shape, String text) {
        var length = text.codePointCount(0, text.length());
        return type(shape).equals("string")
                && length >= shape.path("minLength").asInt(0)
                && length <= shape.path("maxLength").asInt(Integer.MAX_VALUE)
                && (!shape.has("pattern")
                        || Pattern.compile(shape.get("pattern").asText())
                                .matcher(text)
                                .matches())
                && (!shape.has("enum") || isOneOf(shape.get("enum"), text))
                && isOfFormat(shape.path("format").asText(), text);
    }

    /** The type that a shape has, null aside. */
    static String type(JsonNode shape) {
        var type = shape.path("type");
        for (var one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return type.asText(shape.has("enum") ? "string" : "");
    }

    private static boolean isOneOf(JsonNode values, String text) {
        for (var value : values) {
            if (value.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfFormat(String format, String text) {
        return switch (format) {
            case "uuid" -> text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
            case "date-time" -> text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
            case "date" -> text.matches("\\d{4}-\\d\\d-\\d\\d");
            case "email" -> text.matches("[a-z.]+@[a-z.]+");
            case "uri" -> text.startsWith("http");
            default -> true;
        };
    }
}
