package io.duplex.gateway.exchange;

import io.duplex.gateway.policies.CrossOrigin;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Map;

/**
 * Answers the question of a browser whether a page of another origin may send a request (preflight), and permits it to
 * read the answers. To an origin that is not allowed nothing is said, so that the browser refuses.
 */
final class CrossOriginAnswers implements ProxyInterceptor {
    private static final int NO_CONTENT = 204;
    private static final String PREFIX = "access-control-";

    private final CrossOrigin policy;

    CrossOriginAnswers(CrossOrigin policy) {
        this.policy = policy;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        return isPreflight(request) && isAllowed(request)
                ? Future.succeededFuture(context.request().release().response().setStatusCode(NO_CONTENT))
                : context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        ProxyResponse answer = context.response();
        List<String> ofTheService = answer.headers().names().stream()
                .filter(name -> name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()))
                .toList();
        ofTheService.forEach(answer.headers()::remove);
        answer.headers().add("Vary", "Origin");
        if (isAllowed(request)) {
            Map<String, String> permissions = isPreflight(request) ? policy.preflight() : policy.answers();
            answer.headers().addAll(permissions);
            answer.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, request.getHeader(HttpHeaders.ORIGIN));
        }
        return context.sendResponse();
    }

    private boolean isAllowed(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && policy.allows(origin);
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
