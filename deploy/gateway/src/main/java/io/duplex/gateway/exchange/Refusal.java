package io.duplex.gateway.exchange;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/** A request that the gateway answers itself, and the RFC 9457 problem to answer; carries no stack trace. */
final class Refusal extends Exception {
    static final String CONTENT_TYPE = "application/problem+json";
    private static final long serialVersionUID = 1;
    private static final String TYPES = "https://duplex.example/problems/";
    private static final int LONGEST_INSTANCE = 1024;

    private final Problem problem;
    private final Set<String> allowed;

    Refusal(Problem problem, String detail) {
        this(problem, detail, Set.of());
    }

    private Refusal(Problem problem, String detail, Set<String> allowed) {
        super(detail, null, false, false);
        this.problem = problem;
        this.allowed = allowed;
    }

    static Refusal methodNotAllowed(Set<String> allowed) {
        return new Refusal(Problem.METHOD_NOT_ALLOWED, "This path takes " + String.join(", ", allowed) + ".", allowed);
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
        MultiMap headers = HttpHeaders.headers();
        if (problem == Problem.METHOD_NOT_ALLOWED) {
            headers.set(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
        if (problem == Problem.SERVICE_UNAVAILABLE) {
            headers.set("Retry-After", "1");
        }
        if (problem.closing()) {
            headers.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        return headers;
    }
}
