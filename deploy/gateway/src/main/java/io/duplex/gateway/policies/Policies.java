package io.duplex.gateway.policies;

import java.util.List;

/** What holds for every request and its answer, whichever route it takes. */
public record Policies(BackendTraffic backends, ClientTraffic clients, Security security) {
    /** No rate limit, no other origin, no headers but those that every answer needs. */
    public static final Policies NONE = new Policies(BackendTraffic.DEFAULT, ClientTraffic.NONE, Security.NONE);

    /**
     * The same, but with another quota in place of every rule's own; 0 lifts the rate limit.
     *
     * @throws IllegalArgumentException when it is negative, or when the policies have no rate limit at all
     */
    public Policies withQuota(long requests) {
        return new Policies(backends.withQuota(requests), clients, security);
    }

    /**
     * The same, but for these origins.
     *
     * @throws IllegalArgumentException when one is no origin, or when the policies allow no other origins at all
     */
    public Policies withOrigins(List<String> origins) {
        return new Policies(backends, clients, security.withOrigins(origins));
    }
}
