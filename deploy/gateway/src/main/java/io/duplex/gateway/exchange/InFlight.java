package io.duplex.gateway.exchange;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.HashSet;
import java.util.Set;

/**
 * The requests that are being answered. Once draining begins no further one is let in, and those that are left are
 * waited for; streams are not, their readers resume elsewhere.
 */
final class InFlight implements ProxyInterceptor {
    private final Set<Exchange> exchanges = new HashSet<>();
    private final Promise<Void> drained = Promise.promise();
    private boolean draining;

    /** Lets no further request in; completes when the last one is answered. */
    Future<Void> drain() {
        draining = true;
        completeWhenEmpty();
        return drained.future();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        if (draining) {
            return Future.failedFuture(
                    new Refusal(Problem.SERVICE_UNAVAILABLE, "The gateway is stopping; nothing was done."));
        }
        Exchange exchange = Exchange.of(context);
        if (!exchange.route().streams()) {
            exchanges.add(exchange);
        }
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        return context.sendResponse().onComplete(sent -> {
            exchanges.remove(Exchange.of(context));
            completeWhenEmpty();
        });
    }

    private void completeWhenEmpty() {
        if (draining && exchanges.isEmpty()) {
            drained.tryComplete();
        }
    }
}
