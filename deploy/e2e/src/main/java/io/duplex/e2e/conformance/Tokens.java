package io.duplex.e2e.conformance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bearer tokens of the development issuer: right ones, and every kind of wrong one. */
final class Tokens {
    private static final int ONE_DAY = 24 * 3600;
    private static final int LONG_AGO = -60;

    private final Sender sender;
    private final String issuer;
    private final Map<String, String> issued = new ConcurrentHashMap<>();

    Tokens(Sender sender, String issuer) {
        this.sender = sender;
        this.issuer = issuer;
    }

    /** A good token of somebody with one role. */
    String of(String subject, String role) {
        return issue(subject, role, "expiresIn", ONE_DAY);
    }

    String expired(String subject, String role) {
        return issue(subject, role, "expiresIn", LONG_AGO);
    }

    String ofAnotherIssuer(String subject, String role) {
        return issue(subject, role, "issuer", "https://issuer.elsewhere.example");
    }

    String forAnotherAudience(String subject, String role) {
        return issue(subject, role, "audience", "another-suite");
    }

    /** The same claims with {@code alg: none} and no signature. */
    static String unsigned(String token) {
        var header = "{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8);
        var claims = token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header) + claims;
    }

    /** The same claims with another signature. */
    static String tampered(String token) {
        var place = (token.lastIndexOf('.') + token.length()) / 2;
        var other = token.charAt(place) == 'A' ? 'B' : 'A';
        return token.substring(0, place) + other + token.substring(place + 1);
    }

    private String issue(String subject, String role, String claim, Object value) {
        return issued.computeIfAbsent(String.join(" ", subject, role, claim, value.toString()), missing -> {
            var wanted = JsonNodeFactory.instance.objectNode().put("subject", subject);
            wanted.putArray("roles").add(role);
            wanted.putPOJO(claim, value);
            var asked =
                    new Message("POST", "/dev/token", Map.of("Content-Type", "application/json"), wanted.toString());
            var answer = sender.send(issuer, asked);
            if (!answer.isSuccess()) {
                throw new IllegalStateException("no token: " + answer);
            }
            return answer.json().path("access_token").asText();
        });
    }
}
