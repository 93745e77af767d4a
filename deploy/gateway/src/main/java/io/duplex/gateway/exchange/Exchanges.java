package io.duplex.gateway.exchange;

import com.github.benmanes.caffeine.cache.Ticker;
import io.duplex.gateway.backends.Backends;
import io.duplex.gateway.pages.Pages;
import io.duplex.gateway.policies.Policies;
import io.duplex.gateway.policies.RateCounts;
import io.duplex.gateway.routes.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.util.Optional;

/** The way of every request, in order; the answer takes it backwards. */
public final class Exchanges implements Handler<HttpServerRequest> {
    private final InFlight inFlight = new InFlight();
    private final UnreadableRequests unreadable;
    private final HttpProxy proxy;

    public Exchanges(Vertx vertx, RouteTable routes, Backends backends, Policies policies, Pages pages) {
        AnswerHeaders answerHeaders = new AnswerHeaders(policies.clients());
        this.unreadable = new UnreadableRequests(answerHeaders);
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), backends.client())
                .addInterceptor(new CorrelationHeaders())
                .addInterceptor(answerHeaders);
        policies.security().crossOrigin().map(CrossOriginAnswers::new).ifPresent(proxy::addInterceptor);
        proxy.addInterceptor(new ProblemAnswers(vertx))
                .addInterceptor(rateLimits(policies))
                .addInterceptor(new RequestLimits(policies.backends().limits()))
                .addInterceptor(new OwnPages(pages))
                .addInterceptor(new Routing(routes))
                .addInterceptor(inFlight)
                .addInterceptor(new Deadline(vertx))
                .addInterceptor(new AnswerHead())
                .addInterceptor(new ForwardingHeaders())
                .addInterceptor(new Outcomes())
                .origin(new Upstream(backends));
    }

    private static RateLimits rateLimits(Policies policies) {
        RateCounts counts = new RateCounts(policies.backends().rates(), Ticker.systemTicker());
        return new RateLimits(counts, policies.security().claimHeaders());
    }

    @Override
    public void handle(HttpServerRequest request) {
        Optional<Refusal> refusal = UnreadableRequests.refusal(request);
        if (refusal.isPresent()) {
            unreadable.answer(request, refusal.get());
        } else {
            proxy.handle(request);
        }
    }

    /** Answers what the decoder could not read. */
    public Handler<HttpServerRequest> unreadable() {
        return unreadable;
    }

    /** Lets no further request in; completes when the last one is answered. */
    public Future<Void> drain() {
        return inFlight.drain();
    }
}
