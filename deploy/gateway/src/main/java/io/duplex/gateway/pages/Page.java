package io.duplex.gateway.pages;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is always the same.
 *
 * @param type the media type
 * @param headers those of the answer, type and ETag included
 */
public record Page(int status, String type, Map<String, String> headers, Buffer content) {
    private static final String ETAG = "ETag";

    static Page of(String type, Buffer content) {
        return new Page(
                200, type, Map.of("Content-Type", type + ";charset=UTF-8", ETAG, '"' + digest(content) + '"'), content);
    }

    static Page redirect(String target) {
        return new Page(308, "text/html", Map.of("Location", target), Buffer.buffer());
    }

    Page with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Page(status, type, Map.copyOf(more), content);
    }

    /** Whether the caller has it already, who sent this {@code If-None-Match}. */
    public boolean isKnown(@Nullable String etags) {
        String etag = headers.get(ETAG);
        return etags != null && etag != null && etags.contains(etag);
    }

    private static String digest(Buffer content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes());
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
