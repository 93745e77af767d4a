package io.duplex.gateway.policies;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may call, from where: a {@code SecurityPolicy}.
 *
 * @param crossOrigin the other origins; empty lets browsers use the API from its own origin only
 * @param claimHeaders the header in lower case that stands for a claim of the caller's token, with the claim's name
 */
public record Security(Optional<CrossOrigin> crossOrigin, Map<String, String> claimHeaders) {
    static final Security NONE = new Security(Optional.empty(), Map.of());

    Security withOrigins(List<String> origins) {
        CrossOrigin policy =
                crossOrigin.orElseThrow(() -> new IllegalArgumentException("no policy file has a spec.cors"));
        return new Security(Optional.of(policy.withOrigins(origins)), claimHeaders);
    }
}
