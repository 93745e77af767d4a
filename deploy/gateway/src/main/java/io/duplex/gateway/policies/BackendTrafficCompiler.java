package io.duplex.gateway.policies;

import io.duplex.gateway.backends.PassiveHealth;
import io.duplex.gateway.manifests.ManifestFile;
import io.duplex.gateway.policies.BackendTrafficSpec.HealthCheck;
import io.duplex.gateway.policies.BackendTrafficSpec.Passive;
import io.duplex.gateway.policies.BackendTrafficSpec.RateLimit;
import io.duplex.gateway.policies.BackendTrafficSpec.RequestBuffer;
import io.duplex.gateway.policies.BackendTrafficSpec.Rule;
import io.duplex.gateway.policies.BackendTrafficSpec.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns a {@code BackendTrafficPolicy} into what it means here. */
final class BackendTrafficCompiler {
    private static final Pattern QUANTITY = Pattern.compile("([1-9][0-9]{0,8})(Ki|Mi|k|M)?");
    private static final String RATE_LIMIT = "spec.rateLimit";
    private static final String PASSIVE = "spec.healthCheck.passive";

    private final ManifestFile file;
    private final BackendTrafficSpec spec;

    BackendTrafficCompiler(ManifestFile file, BackendTrafficSpec spec) {
        this.file = file;
        this.spec = spec;
    }

    BackendTraffic compile() {
        TargetRef.requireGateway(file, spec.targetRefs());
        return new BackendTraffic(
                rates(spec.rateLimit()),
                limits(spec.requestBuffer()),
                connectTimeout(spec.timeout()),
                health(spec.healthCheck()));
    }

    private List<RateRule> rates(@Nullable RateLimit rateLimit) {
        if (rateLimit == null) {
            return List.of();
        }
        file.check("Global".equals(rateLimit.type()), RATE_LIMIT + ".type", "is not Global, which alone knows callers");
        List<Rule> rules = file.given(
                file.present(rateLimit.global(), RATE_LIMIT + ".global").rules(), RATE_LIMIT + ".global.rules");
        return IntStream.range(0, rules.size())
                .mapToObj(
                        i -> new RateRuleCompiler(file, RATE_LIMIT + ".global.rules[" + i + "]").compile(rules.get(i)))
                .toList();
    }

    private Limits limits(@Nullable RequestBuffer buffer) {
        return buffer == null ? Limits.PROMISED : Limits.PROMISED.withBody(bytes(buffer.limit()));
    }

    private long bytes(@Nullable String text) {
        String field = "spec.requestBuffer.limit";
        Matcher quantity = QUANTITY.matcher(file.present(text, field));
        file.check(quantity.matches(), field, "is no quantity such as 64Ki");
        String unit = quantity.group(2) == null ? "" : quantity.group(2);
        return Long.parseLong(quantity.group(1))
                * switch (unit) {
                    case "Ki" -> 1024;
                    case "Mi" -> 1024 * 1024;
                    case "k" -> 1000;
                    case "M" -> 1000 * 1000;
                    default -> 1;
                };
    }

    private Duration connectTimeout(@Nullable Timeout timeout) {
        if (timeout == null) {
            return BackendTraffic.DEFAULT.connectTimeout();
        }
        var tcp = file.present(timeout.tcp(), "spec.timeout.tcp");
        return file.duration(tcp.connectTimeout(), "spec.timeout.tcp.connectTimeout");
    }

    private PassiveHealth health(@Nullable HealthCheck check) {
        if (check == null) {
            return PassiveHealth.OFF;
        }
        Passive passive = file.present(check.passive(), PASSIVE);
        file.check(
                Boolean.TRUE.equals(passive.splitExternalLocalOriginErrors()),
                PASSIVE + ".splitExternalLocalOriginErrors",
                "is not true: a replica that answers is there");
        off(passive.consecutive5XxErrors(), "consecutive5XxErrors");
        off(passive.consecutiveGatewayErrors(), "consecutiveGatewayErrors");
        return new PassiveHealth(
                between(passive.consecutiveLocalOriginFailures(), 1000, "consecutiveLocalOriginFailures"),
                file.duration(passive.baseEjectionTime(), PASSIVE + ".baseEjectionTime"),
                between(passive.maxEjectionPercent(), 100, "maxEjectionPercent"));
    }

    private void off(@Nullable Integer errors, String field) {
        file.check(
                errors != null && errors == 0, PASSIVE + "." + field, "is not 0: no answer is held against a replica");
    }

    private int between(@Nullable Integer given, int most, String field) {
        int value = file.present(given, PASSIVE + "." + field);
        file.check(value >= 0 && value <= most, PASSIVE + "." + field, "is not between 0 and " + most);
        return value;
    }
}
