package io.duplex.gateway.exchange;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Tells the replica that was asked what came of it, so that one which hangs is passed over. */
final class Outcomes implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerResponse caller = context.request().proxiedRequest().response();
        return context.sendRequest().onComplete(answer -> Exchange.of(context).settle(answer, caller.closed()));
    }
}
