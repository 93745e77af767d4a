package io.duplex.gateway.policies;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a bearer token claims. Nothing is verified: the services do that, here it only tells callers apart. */
record BearerToken(JsonObject claims) {
    private static final Pattern JWT = Pattern.compile("(?i:Bearer) +[\\w-]+\\.([\\w-]+)\\.[\\w-]*");

    /** The token of a request; one without claims where there is none, or none that can be read. */
    static BearerToken of(MultiMap headers) {
        String authorization = headers.get(HttpHeaders.AUTHORIZATION);
        Matcher token = JWT.matcher(authorization == null ? "" : authorization);
        return new BearerToken(token.matches() ? payload(token.group(1)) : new JsonObject());
    }

    /** A claim that is a text. */
    Optional<String> claim(String name) {
        return claims.getValue(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static JsonObject payload(String base64) {
        try {
            return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(base64)));
        } catch (DecodeException | IllegalArgumentException unreadable) {
            return new JsonObject();
        }
    }
}
