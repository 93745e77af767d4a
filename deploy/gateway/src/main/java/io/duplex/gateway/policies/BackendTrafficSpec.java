package io.duplex.gateway.policies;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code spec} of a {@code BackendTrafficPolicy}, as far as this gateway honours it. */
record BackendTrafficSpec(
        @Nullable List<TargetRef> targetRefs,
        @Nullable RateLimit rateLimit,
        @Nullable RequestBuffer requestBuffer,
        @Nullable Timeout timeout,
        @Nullable HealthCheck healthCheck) {

    record RateLimit(@Nullable String type, @Nullable Global global) {}

    record Global(@Nullable List<Rule> rules) {}

    record Rule(@Nullable List<Selector> clientSelectors, @Nullable Limit limit, @Nullable Boolean shared) {}

    record Selector(@Nullable List<Header> headers, @Nullable Source sourceCIDR) {}

    record Header(@Nullable String name, @Nullable String type, @Nullable String value, @Nullable Boolean invert) {}

    record Source(@Nullable String type, @Nullable String value) {}

    record Limit(@Nullable Long requests, @Nullable String unit) {}

    record RequestBuffer(@Nullable String limit) {}

    record Timeout(@Nullable Tcp tcp) {}

    record Tcp(@Nullable String connectTimeout) {}

    record HealthCheck(@Nullable Passive passive) {}

    record Passive(
            @Nullable Boolean splitExternalLocalOriginErrors,
            @Nullable Integer consecutiveLocalOriginFailures,
            @Nullable Integer consecutiveGatewayErrors,
            @Nullable Integer consecutive5XxErrors,
            @Nullable String baseEjectionTime,
            @Nullable Integer maxEjectionPercent) {}
}
