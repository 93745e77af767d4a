package io.duplex.chassis.idempotency;

import io.duplex.chassis.http.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that may arrive more than once.
 *
 * @param scope caller, method and path: the same key elsewhere is another key
 * @param key what the client calls this request
 * @param fingerprint SHA-256 of the body, in hexadecimal: the same key must mean the same request
 */
public record IdempotentRequest(String scope, String key, String fingerprint) {
    private static final Pattern STRING = Pattern.compile("\"([\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})\"");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~:/-]{1,255}");

    /** The key of an {@code Idempotency-Key} header: a quoted string (RFC 9651) or a bare token, which are one. */
    static String parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problem.badRequest("idempotency-key-required", "This request needs an Idempotency-Key header.");
        }
        var quoted = STRING.matcher(header.strip());
        if (quoted.matches()) {
            return quoted.group(1);
        }
        if (TOKEN.matcher(header.strip()).matches()) {
            return header.strip();
        }
        throw Problem.badRequest(
                "idempotency-key-invalid", "Idempotency-Key is no string or token of 1 to 255 characters.");
    }
}
