package io.duplex.gateway.exchange;

import io.duplex.gateway.backends.Backends;
import io.duplex.gateway.routes.RouteTable;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.util.Optional;

/** The way of every request, in order; the answer takes it backwards. */
public final class Exchanges implements Handler<HttpServerRequest> {
    private final HttpProxy proxy;

    public Exchanges(Vertx vertx, RouteTable routes, Backends backends, Limits limits, InFlight inFlight) {
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), backends.client())
                .addInterceptor(new CorrelationHeaders())
                .addInterceptor(new ProblemAnswers(vertx))
                .addInterceptor(new RequestLimits(limits))
                .addInterceptor(new Routing(routes))
                .addInterceptor(inFlight)
                .addInterceptor(new Deadline(vertx))
                .addInterceptor(new AnswerHead())
                .addInterceptor(new ForwardingHeaders())
                .origin(new Upstream(backends));
    }

    @Override
    public void handle(HttpServerRequest request) {
        Optional<Refusal> unreadable = UnreadableRequests.refusal(request);
        if (unreadable.isPresent()) {
            UnreadableRequests.answer(request, unreadable.get());
        } else {
            proxy.handle(request);
        }
    }
}
