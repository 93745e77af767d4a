package io.duplex.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Texts that a shape does not permit, as JSON. */
final class BadTexts {
    private static final int LONGEST_TRIED = 2_000;
    private static final List<String> ODD = List.of("!", "-", "no such thing, nor any other", "Ä", " ", "");

    private BadTexts() {}

    /** What is wrong with each. */
    static Map<String, BadInput> of(JsonNode shape) {
        var bad = new LinkedHashMap<String, BadInput>();
        var least = shape.path("minLength").asInt();
        var most = shape.path("maxLength").asInt(LONGEST_TRIED);
        odd(shape, least, most).ifPresent(text -> bad.put(quoted(text), BadInput.WRONG_PATTERN));
        if (least > 0) {
            bad.put(quoted("x".repeat(least - 1)), BadInput.OUT_OF_BOUNDS);
        }
        if (most < LONGEST_TRIED) {
            bad.put(quoted("x".repeat(most + 1)), BadInput.OUT_OF_BOUNDS);
        }
        bad.put(quoted("a\\u0000b"), BadInput.NUL);
        return bad;
    }

    /** One with which nothing is wrong but what it says. */
    private static Optional<String> odd(JsonNode shape, int least, int most) {
        return Stream.of("pattern", "format", "enum").noneMatch(shape::has)
                ? Optional.empty()
                : ODD.stream()
                        .filter(text -> text.length() >= least && text.length() <= most && !Fit.of(shape, text))
                        .findFirst();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
