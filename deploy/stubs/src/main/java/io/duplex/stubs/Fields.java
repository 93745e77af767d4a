package io.duplex.stubs;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;

/** A JSON object of a request, read strictly: what is missing, of a wrong type or unknown is refused with a 400. */
record Fields(JsonObject json) {

    static Fields ofBody(RoutingContext context) {
        Object body = context.body().buffer() == null
                ? null
                : Json.decodeValue(context.body().buffer());
        if (body instanceof JsonObject object) {
            return new Fields(object);
        }
        throw Problem.badInput("invalid-body", "The body must be a JSON object.");
    }

    Fields only(String... names) {
        Set<String> known = Set.of(names);
        for (String name : json.fieldNames()) {
            if (!known.contains(name)) {
                throw Problem.badInput(
                        "unknown-field", "Unknown field '" + name + "', known are " + List.of(names) + ".");
            }
        }
        return this;
    }

    String text(String name, int longest) {
        if (json.getValue(name) instanceof String text && !text.isBlank() && text.length() <= longest) {
            return text;
        }
        throw invalid(name, "a text of 1 to " + longest + " characters");
    }

    String text(String name, int longest, String fallback) {
        return json.containsKey(name) ? text(name, longest) : fallback;
    }

    List<String> texts(String name) {
        if (json.getValue(name) instanceof JsonArray array
                && !array.isEmpty()
                && array.stream().allMatch(String.class::isInstance)) {
            return array.stream().map(String.class::cast).toList();
        }
        throw invalid(name, "a list of texts, not empty");
    }

    int integer(String name, int fallback, int least, int most) {
        if (!json.containsKey(name)) {
            return fallback;
        }
        if (json.getValue(name) instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        throw invalid(name, "an integer from " + least + " to " + most);
    }

    double fraction(String name, double fallback) {
        if (!json.containsKey(name)) {
            return fallback;
        }
        if (json.getValue(name) instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw invalid(name, "a number from 0 to 1");
    }

    Fields object(String name) {
        if (json.getValue(name) instanceof JsonObject object) {
            return new Fields(object);
        }
        throw invalid(name, "an object");
    }

    private static Problem invalid(String name, String expected) {
        return Problem.badInput("invalid-field", "'" + name + "' must be " + expected + ".");
    }
}
