package io.duplex.gateway.exchange;

import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What ties the log lines and spans of one request together: the request id, the caller's where it is acceptable, and
 * the W3C trace context, the caller's where it is valid.
 */
record Correlation(String requestId, String traceparent, boolean newTrace) {
    static final String REQUEST_ID = "X-Request-Id";
    static final String TRACEPARENT = "traceparent";

    private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String TRACE_SPAN_FLAGS = "-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}";
    /** Version 00 ends after the flags, a later one may go on; ff is no version. */
    private static final Pattern VALID_TRACEPARENT =
            Pattern.compile("00" + TRACE_SPAN_FLAGS + "|(?!00|ff)[0-9a-f]{2}" + TRACE_SPAN_FLAGS + "(?:-.*)?");

    private static final SecureRandom RANDOM = new SecureRandom();

    static Correlation of(HttpServerRequest request) {
        String id = request.getHeader(REQUEST_ID);
        String trace = request.getHeader(TRACEPARENT);
        boolean continued = matches(VALID_TRACEPARENT, trace);
        return new Correlation(
                matches(ACCEPTABLE_ID, id) ? id : UUID.randomUUID().toString(),
                continued ? trace : "00-" + hex(16) + "-" + hex(8) + "-01",
                !continued);
    }

    /** The 32 hexadecimal digits by which all spans of the request are found. */
    String traceId() {
        return traceparent.substring(3, 35);
    }

    private static boolean matches(Pattern pattern, @Nullable String value) {
        return value != null && pattern.matcher(value).matches();
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
