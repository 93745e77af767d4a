package io.duplex.gateway.exchange;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Holds an exchange to its route's time-out, from the request's head to the answer's last byte. */
final class Deadline implements ProxyInterceptor {
    private static final String TIMER = Deadline.class.getName();

    private final Vertx vertx;

    Deadline(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Exchange exchange = Exchange.of(context);
        if (exchange.route().streams()) {
            return context.sendRequest();
        }
        Promise<ProxyResponse> answer = Promise.promise();
        long millis = exchange.route().timeout().toMillis();
        context.set(TIMER, vertx.setTimer(millis, timer -> expire(context, answer)));
        context.sendRequest().onComplete(outcome -> settle(answer, outcome));
        return answer.future();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Long timer = context.get(TIMER, Long.class);
        Future<Void> sent = context.sendResponse();
        return timer == null ? sent : sent.onComplete(done -> vertx.cancelTimer(timer));
    }

    private static void expire(ProxyContext context, Promise<ProxyResponse> answer) {
        Exchange exchange = Exchange.of(context);
        boolean arrived = context.request().proxiedRequest().isEnded();
        Refusal late = exchange.isConnected() && !arrived
                ? new Refusal(Problem.REQUEST_TIMEOUT, "The request did not arrive in time.")
                : new Refusal(
                        Problem.GATEWAY_TIMEOUT,
                        exchange.route().backend() + " did not answer in time; the request may have been carried out.");
        exchange.abort(late);
        answer.tryFail(late);
    }

    private static void settle(Promise<ProxyResponse> answer, AsyncResult<ProxyResponse> outcome) {
        if (outcome.failed()) {
            answer.tryFail(outcome.cause());
        } else if (!answer.tryComplete(outcome.result())) {
            outcome.result().release();
        }
    }
}
