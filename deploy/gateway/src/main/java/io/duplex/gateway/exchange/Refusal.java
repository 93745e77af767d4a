package io.duplex.gateway.exchange;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Map;

/** A request that the gateway answers itself, and the RFC 9457 problem to answer; carries no stack trace. */
final class Refusal extends Exception {
    static final String CONTENT_TYPE = "application/problem+json";
    private static final long serialVersionUID = 1;
    private static final String TYPES = "https://duplex.example/problems/";
    private static final String RETRY_AFTER = "Retry-After";
    private static final int LONGEST_INSTANCE = 1024;

    private final Problem problem;
    private final Map<String, String> headers;

    Refusal(Problem problem, String detail) {
        this(problem, detail, problem == Problem.SERVICE_UNAVAILABLE ? Map.of(RETRY_AFTER, "1") : Map.of());
    }

    private Refusal(Problem problem, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.problem = problem;
        this.headers = headers;
    }

    static Refusal methodNotAllowed(Collection<String> allowed) {
        String methods = String.join(", ", allowed);
        return new Refusal(Problem.METHOD_NOT_ALLOWED, "This path takes " + methods + ".", Map.of("Allow", methods));
    }

    static Refusal rateLimitExceeded(long seconds) {
        return new Refusal(
                Problem.RATE_LIMIT_EXCEEDED,
                "Too many requests; nothing was done. Go on in " + seconds + " s.",
                Map.of(RETRY_AFTER, Long.toString(seconds)));
    }

    Problem problem() {
        return problem;
    }

    /** The problem document, about a request for this path. */
    JsonObject document(String path, Correlation correlation) {
        return new JsonObject()
                .put("type", TYPES + problem.code())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", getMessage())
                .put("instance", path.length() > LONGEST_INSTANCE ? "/" : path)
                .put("code", problem.code())
                .put("traceId", correlation.traceId());
    }

    /** The headers that the answer needs besides those of its body. */
    MultiMap headers() {
        MultiMap all = HttpHeaders.headers().addAll(headers);
        return problem.closing() ? all.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE) : all;
    }
}
