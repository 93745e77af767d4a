package io.duplex.gateway.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which media types a caller accepts (RFC 9110, 12.5.1). */
public record Accept(List<Range> ranges) {

    /** Such as {@code text/*}, in lower case. */
    record Range(String type, double quality) {
        static Range of(String text) {
            String[] parts = text.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
            double quality = Stream.of(parts)
                    .filter(part -> part.matches("q=[01](\\.[0-9]{0,3})?"))
                    .mapToDouble(part -> Double.parseDouble(part.substring(2)))
                    .findFirst()
                    .orElse(1);
            return new Range(parts[0], quality);
        }

        boolean includes(String other) {
            return type.equals("*/*") || type.equals(other) || (type.endsWith("/*") && other.startsWith(beforeStar()));
        }

        private String beforeStar() {
            return type.substring(0, type.length() - 1);
        }

        /** A type that is named precedes a range, whatever their qualities. */
        int precision() {
            return type.equals("*/*") ? 0 : type.length();
        }
    }

    /** Without the header everything is accepted. */
    public static Accept of(@Nullable String header) {
        return new Accept(Stream.of((header == null ? "*/*" : header).split(",", -1))
                .map(Range::of)
                .toList());
    }

    /** The variant that is accepted most, of equals the first one; an only one is given to everybody. */
    public Optional<Page> best(List<Page> variants) {
        return variants.size() == 1
                ? Optional.of(variants.get(0))
                : variants.stream()
                        .filter(page -> quality(page) > 0)
                        .max(Comparator.comparingDouble(this::quality).thenComparing(page -> -variants.indexOf(page)));
    }

    private double quality(Page page) {
        return ranges.stream()
                .filter(range -> range.includes(page.type()))
                .max(Comparator.comparingInt(Range::precision))
                .map(Range::quality)
                .orElse(0.0);
    }
}
