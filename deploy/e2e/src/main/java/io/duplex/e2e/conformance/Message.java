package io.duplex.e2e.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request, exactly as it is sent.
 *
 * @param target path and query, percent-encoded
 * @param body its text; a character from U+E000 to U+E0FF stands for the single byte of its low half, so that what is not
 *     UTF-8 can be said, too
 */
record Message(String method, String target, Map<String, String> headers, @Nullable String body) {
    private static final int RAW = 0xE000;
    private static final int LONGEST_SHOWN = 600;

    Message withMethod(String other) {
        return new Message(other, target, headers, body);
    }

    Message withTarget(String other) {
        return new Message(method, other, headers, body);
    }

    Message withBody(@Nullable String other) {
        return new Message(method, target, headers, other);
    }

    Message with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Message(method, target, more, body);
    }

    Message without(String header) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Message(method, target, fewer, body);
    }

    Message withQuery(String name, String encodedValue) {
        return withTarget(target + (target.contains("?") ? "&" : "?") + name + "=" + encodedValue);
    }

    /** The body's bytes. */
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        (body == null ? "" : body).codePoints().forEach(sign -> {
            if (sign >> 8 == RAW >> 8) {
                bytes.write(sign & 0xFF);
            } else {
                bytes.writeBytes(Character.toString(sign).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        var shown = headers.entrySet().stream()
                .map(header -> header.getKey() + ": "
                        + (header.getKey().equals("Authorization") ? "…" : shortened(header.getValue())))
                .collect(Collectors.joining(", ", " [", "]"));
        return method + " " + shortened(target) + shown + (body == null ? "" : " " + shortened(body));
    }

    static String shortened(String text) {
        var printable = text.replaceAll("\\p{Cntrl}", "\u00B7").replaceAll("(.)\\1{40,}", "$1\u2026$1");
        return printable.length() <= LONGEST_SHOWN
                ? printable
                : printable.substring(0, LONGEST_SHOWN) + "\u2026 (" + text.length() + " characters)";
    }
}
