package io.duplex.stubs;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** A refusal, answered as RFC 9457 problem details. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Problem(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    static Problem badInput(String code, String detail) {
        return new Problem(400, code, detail);
    }

    /** Answers whatever went wrong: a refusal, unreadable JSON, an unknown path, or a fault of our own. */
    static void answer(RoutingContext context) {
        if (context.response().headWritten()) {
            return;
        }
        Problem problem = of(context);
        JsonObject body = new JsonObject()
                .put("type", "https://duplex.example/problems/" + problem.code)
                .put("title", problem.code.replace('-', ' '))
                .put("status", problem.status)
                .put("detail", problem.getMessage())
                .put("instance", context.request().path())
                .put("code", problem.code);
        context.response()
                .setStatusCode(problem.status)
                .putHeader("Content-Type", "application/problem+json")
                .end(body.toBuffer());
    }

    private static Problem of(RoutingContext context) {
        if (context.failure() instanceof Problem refusal) {
            return refusal;
        }
        if (context.failure() instanceof DecodeException) {
            return badInput("malformed-json", "The body is not JSON.");
        }
        return switch (context.statusCode()) {
            case 404 -> new Problem(404, "not-found", "There is nothing here.");
            case 405 -> new Problem(405, "method-not-allowed", "This path knows other methods only.");
            case 413 -> new Problem(413, "body-too-large", "The body is too large.");
            default -> new Problem(500, "internal-error", "The stub itself failed.");
        };
    }
}
