package io.duplex.gateway.policies;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How many requests one account may send in a window of time.
 *
 * @param conditions each tells its part of a caller's account, or empty where the rule does not concern the caller
 */
public record RateRule(List<Function<Caller, Optional<String>>> conditions, long requests, Duration window) {

    /** The account that a request is put on; empty where the rule does not concern it. */
    Optional<String> account(Caller caller) {
        StringBuilder account = new StringBuilder();
        for (Function<Caller, Optional<String>> condition : conditions) {
            Optional<String> part = condition.apply(caller);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            // With its length before it, no part can be taken for the end of one and the begin of another.
            account.append(part.get().length()).append(':').append(part.get());
        }
        return Optional.of(account.toString());
    }

    RateRule withQuota(long other) {
        return new RateRule(conditions, other, window);
    }
}
