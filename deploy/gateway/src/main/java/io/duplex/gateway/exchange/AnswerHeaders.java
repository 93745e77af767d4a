package io.duplex.gateway.exchange;

import io.duplex.gateway.policies.ClientTraffic;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;

/**
 * The headers that protect every answer. Those of the policy always hold; how an answer may be kept and what it may load
 * is what its sender says, else the strictest.
 */
final class AnswerHeaders implements ProxyInterceptor {
    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    private final ClientTraffic policy;

    AnswerHeaders(ClientTraffic policy) {
        this.policy = policy;
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        complete(context.response().headers());
        return context.sendResponse();
    }

    void complete(MultiMap headers) {
        policy.removed().forEach(headers::remove);
        policy.set().forEach(headers::set);
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, caching(headers));
        }
        if (!headers.contains(CONTENT_SECURITY_POLICY)) {
            headers.set(CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
        }
    }

    /** What has an ETag may be kept by its caller, who asks each time whether it still holds; nothing else is kept. */
    private static String caching(MultiMap headers) {
        return headers.contains(HttpHeaders.ETAG) ? "private, no-cache" : "no-store";
    }
}
