package io.duplex.gateway.exchange;

import io.duplex.gateway.policies.Allowance;
import io.duplex.gateway.policies.Caller;
import io.duplex.gateway.policies.RateCounts;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Map;
import java.util.Optional;

/** Counts what each caller sends, refuses what is too much, and tells with every answer what is left. */
final class RateLimits implements ProxyInterceptor {
    private static final String ALLOWANCE = Allowance.class.getName();

    private final RateCounts counts;
    private final Map<String, String> claimHeaders;

    RateLimits(RateCounts counts, Map<String, String> claimHeaders) {
        this.counts = counts;
        this.claimHeaders = claimHeaders;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        Optional<Allowance> allowance =
                counts.count(new Caller(request.remoteAddress().hostAddress(), request.headers(), claimHeaders));
        allowance.ifPresent(found -> context.set(ALLOWANCE, found));
        // No caller may pretend to have been identified by the gateway.
        claimHeaders.keySet().forEach(context.request().headers()::remove);
        return allowance
                .filter(Allowance::exceeded)
                .<Future<ProxyResponse>>map(found -> Future.failedFuture(Refusal.rateLimitExceeded(found.seconds())))
                .orElseGet(context::sendRequest);
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Allowance allowance = context.get(ALLOWANCE, Allowance.class);
        if (allowance != null) {
            context.response()
                    .putHeader("RateLimit-Policy", allowance.policy())
                    .putHeader("RateLimit", allowance.state());
        }
        return context.sendResponse();
    }
}
