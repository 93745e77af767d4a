package io.duplex.stubs;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The caller's Idempotency-Key: {@code "abc"} (a structured field) and {@code abc} are one key. */
final class IdempotencyKey {
    private IdempotencyKey() {}

    static String required(RoutingContext context) {
        @Nullable String header = context.request().getHeader("Idempotency-Key");
        String key = header == null ? "" : unquoted(header.strip());
        if (key.isEmpty() || key.length() > 255) {
            throw Problem.badInput(
                    "idempotency-key-required", "An Idempotency-Key of 1 to 255 characters is required.");
        }
        return key;
    }

    private static String unquoted(String key) {
        boolean quoted = key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"");
        return quoted ? key.substring(1, key.length() - 1) : key;
    }
}
