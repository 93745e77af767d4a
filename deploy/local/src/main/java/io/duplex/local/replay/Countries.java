package io.duplex.local.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** ISO 3166-1 codes of countries by their English names. */
final class Countries {
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("uk", "GB"),
            Map.entry("great britain", "GB"),
            Map.entry("england", "GB"),
            Map.entry("channel islands", "JE"),
            Map.entry("eire", "IE"),
            Map.entry("usa", "US"),
            Map.entry("rsa", "ZA"),
            Map.entry("hong kong", "HK"),
            Map.entry("czech republic", "CZ"),
            Map.entry("holland", "NL"),
            Map.entry("korea", "KR"),
            Map.entry("turkey", "TR"),
            Map.entry("west indies", "AG"));

    private static final Map<String, String> NAMES = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toMap(
                    code -> new Locale.Builder()
                            .setRegion(code)
                            .build()
                            .getDisplayCountry(Locale.ENGLISH)
                            .toLowerCase(Locale.ROOT),
                    Function.identity(),
                    (first, second) -> first));

    private Countries() {}

    /** The code of a country that is given by its name or by its code. */
    static Optional<String> code(String country) {
        var name = country.strip().toLowerCase(Locale.ROOT);
        var code = name.toUpperCase(Locale.ROOT);
        if (NAMES.containsValue(code)) {
            return Optional.of(code);
        }
        return Optional.ofNullable(OTHER_NAMES.getOrDefault(name, NAMES.get(name)));
    }
}
