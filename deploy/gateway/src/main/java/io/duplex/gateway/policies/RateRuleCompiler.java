package io.duplex.gateway.policies;

import io.duplex.gateway.manifests.ManifestFile;
import io.duplex.gateway.policies.BackendTrafficSpec.Header;
import io.duplex.gateway.policies.BackendTrafficSpec.Limit;
import io.duplex.gateway.policies.BackendTrafficSpec.Rule;
import io.duplex.gateway.policies.BackendTrafficSpec.Selector;
import io.duplex.gateway.policies.BackendTrafficSpec.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns one rule of a global rate limit into what it means here. */
final class RateRuleCompiler {
    private final ManifestFile file;
    private final String at;

    RateRuleCompiler(ManifestFile file, String at) {
        this.file = file;
        this.at = at;
    }

    RateRule compile(Rule rule) {
        file.check(
                Boolean.TRUE.equals(rule.shared()), at + ".shared", "is not true: there is one count for all routes");
        Limit limit = file.present(rule.limit(), at + ".limit");
        long requests = file.present(limit.requests(), at + ".limit.requests");
        file.check(requests > 0, at + ".limit.requests", "is not positive");
        return new RateRule(conditions(rule), requests, window(limit.unit()));
    }

    private Duration window(@Nullable String unit) {
        return switch (file.present(unit, at + ".limit.unit")) {
            case "Second" -> Duration.ofSeconds(1);
            case "Minute" -> Duration.ofMinutes(1);
            case "Hour" -> Duration.ofHours(1);
            case "Day" -> Duration.ofDays(1);
            default -> throw file.bad(at + ".limit.unit", "is none of Second, Minute, Hour, Day");
        };
    }

    /** All conditions of all selectors must hold. */
    private List<Function<Caller, Optional<String>>> conditions(Rule rule) {
        List<Function<Caller, Optional<String>>> conditions = new ArrayList<>();
        List<Selector> selectors = file.given(rule.clientSelectors(), at + ".clientSelectors");
        for (int i = 0; i < selectors.size(); i++) {
            String selector = at + ".clientSelectors[" + i + "]";
            Source source = selectors.get(i).sourceCIDR();
            List<Header> headers = selectors.get(i).headers();
            file.check(source != null || headers != null, selector, "selects nothing");
            if (headers != null) {
                headers.forEach(header -> conditions.add(header(selector + ".headers", header)));
            }
            if (source != null) {
                conditions.add(address(selector + ".sourceCIDR", source));
            }
        }
        return List.copyOf(conditions);
    }

    private Function<Caller, Optional<String>> header(String field, Header header) {
        String name = file.present(header.name(), field + ".name");
        boolean invert = Boolean.TRUE.equals(header.invert());
        String type = header.type() == null ? "Exact" : header.type();
        if (type.equals("Distinct")) {
            file.check(
                    header.value() == null && !invert, field, "may have neither value nor invert where it is Distinct");
            return caller -> caller.header(name);
        }
        String value = file.present(header.value(), field + ".value");
        Pattern pattern =
                switch (type) {
                    case "Exact" -> Pattern.compile(Pattern.quote(value));
                    case "RegularExpression" -> file.pattern(value, field + ".value");
                    default -> throw file.bad(field + ".type", "is none of Exact, RegularExpression, Distinct");
                };
        return caller -> matches(pattern, caller.header(name)) != invert ? Optional.of("") : Optional.empty();
    }

    /** A header that is not there matches nothing. */
    private static boolean matches(Pattern pattern, Optional<String> value) {
        return value.filter(text -> pattern.matcher(text).matches()).isPresent();
    }

    private Function<Caller, Optional<String>> address(String field, Source source) {
        file.check("Distinct".equals(source.type()), field + ".type", "is not Distinct");
        boolean version4 =
                switch (file.present(source.value(), field + ".value")) {
                    case "0.0.0.0/0" -> true;
                    case "::/0" -> false;
                    default -> throw file.bad(field + ".value", "is neither 0.0.0.0/0 nor ::/0");
                };
        return caller -> Optional.of(caller.address()).filter(address -> address.contains(":") != version4);
    }
}
