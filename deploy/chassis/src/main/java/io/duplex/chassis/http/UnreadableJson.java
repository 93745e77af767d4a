package io.duplex.chassis.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.duplex.chassis.http.Problem.Violation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Jackson refused, as a problem that names the place and no class. */
final class UnreadableJson {
    private UnreadableJson() {}

    static Problem problem(JsonProcessingException failure) {
        if (isMalformed(failure)) {
            return Problem.badRequest("malformed-json", "The body is not well-formed JSON.");
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return located(unknown, "unknown-field", "This field is not known here.");
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return mismatch.getPath().isEmpty()
                            && String.valueOf(mismatch.getMessage()).startsWith("No content")
                    ? Problem.badRequest("body-required", "The request needs a JSON body.")
                    : located(mismatch, "invalid-type", "The value is not of the type that is needed here.");
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return located(mapping, "invalid-type", "The value is not of the type that is needed here.");
        }
        return Problem.badRequest("malformed-json", "The body is not well-formed JSON.");
    }

    /** Broken itself, wherever that showed: a truncated body, a duplicate key, something behind the end. */
    private static boolean isMalformed(JsonProcessingException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .limit(5)
                .anyMatch(cause -> cause instanceof JsonParseException
                        || cause instanceof JsonEOFException
                        || String.valueOf(cause.getMessage()).startsWith("Trailing token"));
    }

    private static Problem located(JsonMappingException failure, String code, String detail) {
        var pointer = failure.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : Integer.toString(step.getIndex()))
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining("", "#", ""));
        return Problem.badRequest(code, detail).with("errors", List.of(new Violation(pointer, code, detail)));
    }
}
