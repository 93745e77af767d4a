package io.duplex.gateway.exchange;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Locale;

/** The problems that the gateway answers itself; a code is the name in lower case with hyphens. */
enum Problem {
    MALFORMED_REQUEST(400, true),
    NOT_FOUND(404, false),
    METHOD_NOT_ALLOWED(405, false),
    NOT_ACCEPTABLE(406, false),
    REQUEST_TIMEOUT(408, true),
    PAYLOAD_TOO_LARGE(413, true),
    URI_TOO_LONG(414, true),
    RATE_LIMIT_EXCEEDED(429, false),
    HEADERS_TOO_LARGE(431, true),
    SERVICE_UNAVAILABLE(503, false),
    GATEWAY_TIMEOUT(504, false);

    private final int status;
    private final boolean closing;

    Problem(int status, boolean closing) {
        this.status = status;
        this.closing = closing;
    }

    int status() {
        return status;
    }

    String title() {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the connection ends with the answer, since more of the request may follow that nobody will read. */
    boolean closing() {
        return closing;
    }
}
