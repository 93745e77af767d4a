package io.duplex.gateway.exchange;

import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

/** Sends request id and trace context on to the service, and the request id back with every answer. */
final class CorrelationHeaders implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Correlation correlation = Exchange.begin(context).correlation();
        ProxyRequest request = context.request();
        request.putHeader(Correlation.REQUEST_ID, correlation.requestId());
        request.putHeader(Correlation.TRACEPARENT, correlation.traceparent());
        if (correlation.newTrace()) {
            request.headers().remove("tracestate");
        }
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        context.response()
                .putHeader(
                        Correlation.REQUEST_ID,
                        Exchange.of(context).correlation().requestId());
        return context.sendResponse();
    }
}
