package io.duplex.gateway.policies;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code spec} of a {@code SecurityPolicy}, as far as this gateway honours it. Of a token's provider it needs the
 * claims only: issuer, audiences and keys are for a cluster's gateway, which refuses bad tokens before the services do.
 */
record SecuritySpec(@Nullable List<TargetRef> targetRefs, @Nullable Cors cors, @Nullable Jwt jwt) {

    record Cors(
            @Nullable List<String> allowOrigins,
            @Nullable List<String> allowMethods,
            @Nullable List<String> allowHeaders,
            @Nullable List<String> exposeHeaders,
            @Nullable String maxAge,
            @Nullable Boolean allowCredentials) {}

    record Jwt(@Nullable Boolean optional, @Nullable List<TokenProvider> providers) {}

    record TokenProvider(
            @Nullable String name,
            @Nullable String issuer,
            @Nullable List<String> audiences,
            @Nullable KeySet remoteJWKS,
            @Nullable List<Claim> claimToHeaders) {}

    record KeySet(@Nullable String uri) {}

    record Claim(@Nullable String header, @Nullable String claim) {}
}
