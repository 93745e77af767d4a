package io.duplex.gateway.exchange;

import io.duplex.gateway.backends.BackendUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.logging.Logger;

/** Turns whatever failed before a service answered into a problem document. */
final class ProblemAnswers implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class.getName());
    /** How long the rest of a refused request is read and thrown away, so that the answer is not lost in a reset. */
    private static final long LINGER_MS = 500;

    private final Vertx vertx;

    ProblemAnswers(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest()
                .recover(failure -> Future.succeededFuture(answer(context, refusal(Exchange.of(context), failure))));
    }

    private ProxyResponse answer(ProxyContext context, Refusal refusal) {
        HttpServerRequest request = context.request().proxiedRequest();
        if (refusal.problem().closing()) {
            request.response()
                    .endHandler(ended -> vertx.setTimer(
                            LINGER_MS, timer -> request.connection().close()));
        }
        Correlation correlation = Exchange.of(context).correlation();
        Buffer document = refusal.document(request.path(), correlation).toBuffer();
        ProxyResponse response = context.request().release().response();
        response.setStatusCode(refusal.problem().status());
        response.headers().addAll(refusal.headers());
        return response.putHeader(HttpHeaders.CONTENT_TYPE, Refusal.CONTENT_TYPE)
                .setBody(Body.body(document));
    }

    private static Refusal refusal(Exchange exchange, Throwable failure) {
        return exchange.aborted().orElseGet(() -> {
            if (failure instanceof Refusal refusal) {
                return refusal;
            }
            return failure instanceof BackendUnavailable ? unavailable(exchange) : interrupted(exchange, failure);
        });
    }

    private static Refusal unavailable(Exchange exchange) {
        String service = exchange.route().backend();
        return new Refusal(Problem.SERVICE_UNAVAILABLE, service + " cannot be reached; nothing was done.");
    }

    private static Refusal interrupted(Exchange exchange, Throwable failure) {
        String service = exchange.route().backend();
        LOG.fine(() -> exchange.correlation().requestId() + ": " + failure);
        return new Refusal(
                Problem.SERVICE_UNAVAILABLE,
                service + " broke off before it answered; the request may have been carried out."
                        + " Repeat it with the same Idempotency-Key.");
    }
}
