package io.duplex.gateway.policies;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who sends a request, as far as the gateway can tell: the address, the headers, and the claims of the token. */
public final class Caller {
    private final String address;
    private final MultiMap headers;
    private final Map<String, Optional<String>> claims;

    /** The claims take the place of the headers that stand for them. */
    public Caller(String address, MultiMap headers, Map<String, String> claimHeaders) {
        this.address = address;
        this.headers = headers;
        BearerToken token = BearerToken.of(headers);
        this.claims = claimHeaders.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, claim -> token.claim(claim.getValue())));
    }

    String address() {
        return address;
    }

    Optional<String> header(String name) {
        return claims.getOrDefault(name.toLowerCase(Locale.ROOT), Optional.ofNullable(headers.get(name)));
    }
}
