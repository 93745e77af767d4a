package io.duplex.chassis.http;

import java.util.UUID;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The request at hand, as it appears in every log line, in problems and as the cause of events. It lives in the logging
 * context, which follows the request through every asynchronous step.
 */
public final class Correlation {
    static final String REQUEST_ID = "requestId";
    static final String TRACE_PARENT = "traceparent";

    private Correlation() {}

    /** The request's id; null outside a request. */
    public static @Nullable String requestId() {
        return (String) MDC.get(REQUEST_ID);
    }

    /** The request's position in its trace (W3C Trace Context); null outside a request. */
    public static @Nullable String traceParent() {
        return (String) MDC.get(TRACE_PARENT);
    }

    /** The trace's id of 32 hexadecimal digits, for people to quote. */
    public static String traceId() {
        var traceParent = traceParent();
        return traceParent == null ? newTraceId() : traceParent.substring(3, 35);
    }

    static String newTraceParent() {
        return "00-" + newTraceId() + "-" + newTraceId().substring(16) + "-01";
    }

    private static String newTraceId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
