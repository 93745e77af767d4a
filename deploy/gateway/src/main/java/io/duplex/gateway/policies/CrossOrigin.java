package io.duplex.gateway.policies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which web pages of other origins may use the API from a browser (CORS, see the Fetch standard).
 *
 * @param preflight the headers of an answer to a preflight, but for the origin
 * @param answers the headers of every other answer to an allowed origin, but for the origin
 */
public record CrossOrigin(List<Pattern> origins, Map<String, String> preflight, Map<String, String> answers) {
    private static final Pattern ORIGIN =
            Pattern.compile("\\*|https?://(?:\\*|(?:\\*\\.)?(?:[\\w-]+\\.)*[\\w-]+)(?::(?:\\*|[0-9]{1,5}))?");

    /** Whether a page of this origin may use the API. */
    public boolean allows(String origin) {
        return origins.stream().anyMatch(pattern -> pattern.matcher(origin).matches());
    }

    CrossOrigin withOrigins(List<String> allowed) {
        List<Pattern> patterns = allowed.stream()
                .map(origin -> origin(origin)
                        .orElseThrow(() -> new IllegalArgumentException("'" + origin + "' is no origin such as"
                                + " https://shop.example, https://*.shop.example or http://localhost:*")))
                .toList();
        return new CrossOrigin(patterns, preflight, answers);
    }

    /** The pattern of an origin as Envoy Gateway writes it; empty where the text is none. */
    static Optional<Pattern> origin(String text) {
        return ORIGIN.matcher(text).matches()
                ? Optional.of(Pattern.compile(text.equals("*") ? ".+" : pattern(text)))
                : Optional.empty();
    }

    /** A star stands for any host, any labels before a host, or any port. */
    private static String pattern(String origin) {
        return Pattern.quote(origin).replace(":*", ":\\E[0-9]+\\Q").replace("*", "\\E[A-Za-z0-9.-]+\\Q");
    }
}
