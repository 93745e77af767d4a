package io.duplex.chassis.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Accepts, makes and returns request ids, and continues the caller's trace. */
@Singleton
class RequestIds {
    static final String HEADER = "X-Request-Id";
    static final int BEFORE_EVERYTHING = 1_000;
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    void register(@Observes Filters filters) {
        filters.register(this::correlate, BEFORE_EVERYTHING);
    }

    private void correlate(RoutingContext exchange) {
        var id = wellFormed(exchange.request().getHeader(HEADER), WELL_FORMED);
        var requestId = id != null ? id : UUID.randomUUID().toString();
        var parent = wellFormed(exchange.request().getHeader(Correlation.TRACE_PARENT), TRACE_PARENT);
        MDC.put(Correlation.REQUEST_ID, requestId);
        MDC.put(Correlation.TRACE_PARENT, parent != null ? parent : Correlation.newTraceParent());
        exchange.response().putHeader(HEADER, requestId);
        exchange.next();
    }

    private static @Nullable String wellFormed(@Nullable String value, Pattern pattern) {
        return value != null && pattern.matcher(value).matches() ? value : null;
    }
}
