package io.duplex.gateway.exchange;

import io.duplex.gateway.policies.Limits;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Map;

/** Refuses what is larger than the {@link Limits}; a body of unstated length is measured while it passes. */
final class RequestLimits implements ProxyInterceptor {
    /** Colon, space and line end of a header on the wire. */
    private static final int HEADER_OVERHEAD = 4;

    private final Limits limits;

    RequestLimits(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        if (request.uri().length() > limits.uri()) {
            return refuse(Problem.URI_TOO_LONG, "The URI exceeds " + limits.uri() + " bytes.");
        }
        if (bytes(request.headers()) > limits.headers()) {
            return refuse(Problem.HEADERS_TOO_LARGE, "The headers exceed " + limits.headers() + " bytes.");
        }
        if (statedLength(request) > limits.body()) {
            return Future.failedFuture(bodyTooLarge());
        }
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            measure(context);
        }
        return context.sendRequest();
    }

    private void measure(ProxyContext context) {
        ProxyRequest request = context.request();
        MeasuredBody body = new MeasuredBody(request.getBody().stream(), limits.body(), () -> Exchange.of(context)
                .abort(bodyTooLarge()));
        request.setBody(Body.body(body));
    }

    private Refusal bodyTooLarge() {
        return new Refusal(Problem.PAYLOAD_TOO_LARGE, "The body exceeds " + limits.body() + " bytes.");
    }

    private static Future<ProxyResponse> refuse(Problem problem, String detail) {
        return Future.failedFuture(new Refusal(problem, detail));
    }

    private static int bytes(MultiMap headers) {
        int sum = 0;
        for (Map.Entry<String, String> header : headers) {
            sum += header.getKey().length() + header.getValue().length() + HEADER_OVERHEAD;
        }
        return sum;
    }

    /** The Content-Length; the decoder has refused what is not a number. */
    private static long statedLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
