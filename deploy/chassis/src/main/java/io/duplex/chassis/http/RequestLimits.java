package io.duplex.chassis.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses what is larger than the API promises to take, and NUL, which no database takes, with a problem. The decoder's
 * own limits lie four times higher; beyond them there is a status and no more.
 */
@Singleton
class RequestLimits {
    static final int BODY_BYTES = 64 * 1024;
    private static final int URI_BYTES = 4 * 1024;
    private static final int HEADER_BYTES = 8 * 1024;
    /** Colon, space and line end of a header on the wire. */
    private static final int HEADER_OVERHEAD = 4;

    static final int AFTER_REQUEST_IDS = RequestIds.BEFORE_EVERYTHING - 1;

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_REQUEST_IDS);
    }

    static Problem bodyTooLarge() {
        return Problem.of(413);
    }

    private void check(RoutingContext exchange) {
        var request = exchange.request();
        if (request.query() != null && request.query().contains("%00")) {
            refuse(exchange, Problem.badRequest("invalid-parameter", "A parameter contains NUL."));
        } else if (request.uri().length() > URI_BYTES) {
            refuse(exchange, Problem.of(414));
        } else if (bytes(request.headers()) > HEADER_BYTES) {
            refuse(exchange, Problem.of(431));
        } else if (statedLength(request.headers()) > BODY_BYTES) {
            refuse(exchange, bodyTooLarge());
        } else {
            exchange.next();
        }
    }

    private static int bytes(MultiMap headers) {
        return headers.entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length() + HEADER_OVERHEAD)
                .sum();
    }

    /** The Content-Length; the decoder has refused what is not a number. */
    private static long statedLength(MultiMap headers) {
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    static void refuse(RoutingContext exchange, Problem problem) {
        problem.headers().forEach(exchange.response()::putHeader);
        exchange.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMappers.PROBLEM_JSON)
                .end(new JsonObject(problem.body(exchange.request().path())).toBuffer());
    }
}
