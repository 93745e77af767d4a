package io.duplex.gateway.policies;

import io.duplex.gateway.manifests.ManifestFile;
import io.duplex.gateway.policies.SecuritySpec.Claim;
import io.duplex.gateway.policies.SecuritySpec.Cors;
import io.duplex.gateway.policies.SecuritySpec.Jwt;
import io.duplex.gateway.policies.SecuritySpec.TokenProvider;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a {@code SecurityPolicy} into what it means here. */
final class SecurityCompiler {
    private static final String CORS = "spec.cors";
    private static final String JWT = "spec.jwt";

    private final ManifestFile file;

    SecurityCompiler(ManifestFile file) {
        this.file = file;
    }

    Security compile(SecuritySpec spec) {
        TargetRef.requireGateway(file, spec.targetRefs());
        return new Security(Optional.ofNullable(spec.cors()).map(this::crossOrigin), claimHeaders(spec.jwt()));
    }

    private CrossOrigin crossOrigin(Cors cors) {
        List<String> origins = file.given(cors.allowOrigins(), CORS + ".allowOrigins");
        boolean credentials = Boolean.TRUE.equals(cors.allowCredentials());
        boolean everybody = origins.stream().anyMatch(origin -> origin.matches("\\*|https?://\\*(?::.*)?"));
        file.check(
                !(credentials && everybody),
                CORS + ".allowCredentials",
                "would let every site act as its visitor, as allowOrigins has a *");
        return new CrossOrigin(
                origins.stream().map(this::origin).toList(), preflight(cors, credentials), answers(cors, credentials));
    }

    private Pattern origin(String text) {
        return CrossOrigin.origin(text)
                .orElseThrow(() ->
                        file.bad(CORS + ".allowOrigins", "'" + text + "' is no origin such as https://a.example"));
    }

    private Map<String, String> preflight(Cors cors, boolean credentials) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Access-Control-Allow-Methods", join(file.given(cors.allowMethods(), CORS + ".allowMethods")));
        List<String> allowed = cors.allowHeaders();
        if (allowed != null) {
            headers.put("Access-Control-Allow-Headers", join(allowed));
        }
        if (cors.maxAge() != null) {
            long seconds = file.duration(cors.maxAge(), CORS + ".maxAge").toSeconds();
            headers.put("Access-Control-Max-Age", Long.toString(seconds));
        }
        return withCredentials(headers, credentials);
    }

    private static Map<String, String> answers(Cors cors, boolean credentials) {
        Map<String, String> headers = new LinkedHashMap<>();
        List<String> exposed = cors.exposeHeaders();
        if (exposed != null) {
            headers.put("Access-Control-Expose-Headers", join(exposed));
        }
        return withCredentials(headers, credentials);
    }

    private static Map<String, String> withCredentials(Map<String, String> headers, boolean credentials) {
        if (credentials) {
            headers.put("Access-Control-Allow-Credentials", "true");
        }
        return headers;
    }

    private static String join(List<String> values) {
        return String.join(", ", values);
    }

    /** The services verify tokens, here as in a cluster; so nothing but the names of claims is needed. */
    private Map<String, String> claimHeaders(@Nullable Jwt jwt) {
        Map<String, String> headers = new HashMap<>();
        if (jwt != null) {
            file.check(
                    Boolean.TRUE.equals(jwt.optional()),
                    JWT + ".optional",
                    "is not true: what is public needs no token");
            for (TokenProvider provider : file.given(jwt.providers(), JWT + ".providers")) {
                for (Claim claim : file.given(provider.claimToHeaders(), JWT + ".providers.claimToHeaders")) {
                    String header = file.present(claim.header(), JWT + ".providers.claimToHeaders.header");
                    headers.put(
                            header.toLowerCase(Locale.ROOT),
                            file.present(claim.claim(), JWT + ".providers.claimToHeaders.claim"));
                }
            }
        }
        return headers;
    }
}
