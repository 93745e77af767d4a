package io.duplex.stubs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The programs that may ask for tokens of their own, each with its secret. */
record Clients(Map<String, String> secrets) {
    private static final String BASIC = "Basic ";

    /** From {@code id:secret,id:secret}; none from an empty text. */
    static Clients parse(String text) {
        return new Clients(Arrays.stream(text.split(",", -1))
                .filter(client -> client.contains(":"))
                .map(client -> client.strip().split(":", 2))
                .collect(Collectors.toMap(client -> client[0], client -> client[1])));
    }

    /** The client that an Authorization header proves to be, by Basic (RFC 6749, section 2.3.1). */
    Optional<String> authenticated(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            String[] said = new String(Base64.getDecoder().decode(authorization.substring(BASIC.length())), UTF_8)
                    .split(":", 2);
            return said.length == 2 ? authenticated(decoded(said[0]), decoded(said[1])) : Optional.empty();
        } catch (IllegalArgumentException notBasic) {
            return Optional.empty();
        }
    }

    private Optional<String> authenticated(String id, String secret) {
        return Optional.ofNullable(secrets.get(id))
                .filter(known -> MessageDigest.isEqual(known.getBytes(UTF_8), secret.getBytes(UTF_8)))
                .map(known -> id);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
