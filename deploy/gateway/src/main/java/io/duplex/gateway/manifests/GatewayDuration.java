package io.duplex.gateway.manifests;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The duration format of the Gateway API (GEP-2257), such as {@code 10s}, {@code 1m30s} or {@code 500ms}. */
final class GatewayDuration {
    private static final Pattern FORMAT = Pattern.compile("(?:[0-9]{1,5}(?:h|ms|m|s)){1,4}");
    private static final Pattern PART = Pattern.compile("([0-9]+)(h|ms|m|s)");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("h", ChronoUnit.HOURS, "m", ChronoUnit.MINUTES, "s", ChronoUnit.SECONDS, "ms", ChronoUnit.MILLIS);

    private GatewayDuration() {}

    /** The duration, or empty where the text is none. */
    static Optional<Duration> parse(String text) {
        return FORMAT.matcher(text).matches()
                ? Optional.of(
                        PART.matcher(text).results().map(GatewayDuration::part).reduce(Duration.ZERO, Duration::plus))
                : Optional.empty();
    }

    private static Duration part(MatchResult part) {
        return Duration.of(Long.parseLong(part.group(1)), UNITS.getOrDefault(part.group(2), ChronoUnit.MILLIS));
    }
}
