package io.duplex.gateway.policies;

import io.duplex.gateway.backends.PassiveHealth;
import java.time.Duration;
import java.util.List;

/**
 * How much of whose traffic reaches the services: a {@code BackendTrafficPolicy}.
 *
 * @param rates the rate limits; every rule that concerns a request counts it
 * @param limits how large a request may be
 * @param connectTimeout how long a replica may take to accept a connection
 * @param health when a replica is passed over
 */
public record BackendTraffic(List<RateRule> rates, Limits limits, Duration connectTimeout, PassiveHealth health) {
    static final BackendTraffic DEFAULT =
            new BackendTraffic(List.of(), Limits.PROMISED, Duration.ofSeconds(1), PassiveHealth.OFF);

    BackendTraffic withQuota(long requests) {
        if (requests < 0 || (requests > 0 && rates.isEmpty())) {
            throw new IllegalArgumentException(
                    requests < 0 ? "the rate limit is negative" : "no policy file has a spec.rateLimit");
        }
        List<RateRule> changed = requests == 0
                ? List.of()
                : rates.stream().map(rule -> rule.withQuota(requests)).toList();
        return new BackendTraffic(changed, limits, connectTimeout, health);
    }
}
