package io.duplex.gateway.exchange;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.stream.Stream;

/**
 * Headers between two connections (RFC 9110, 7.6.1): those of one connection go no further, and the service learns whom
 * the request came from. What a caller claims about that is dropped, for the gateway is the edge.
 */
final class ForwardingHeaders implements ProxyInterceptor {
    private static final List<String> ONE_CONNECTION = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Upgrade");
    private static final List<String> CLAIMS =
            List.of("Forwarded", "X-Real-IP", "X-Forwarded-Port", "X-Forwarded-Prefix");

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        HttpServerRequest received = request.proxiedRequest();
        removeConnectionHeaders(request.headers());
        CLAIMS.forEach(request.headers()::remove);
        request.headers()
                .set("X-Forwarded-For", received.remoteAddress().hostAddress())
                .set("X-Forwarded-Proto", "http")
                .set("X-Forwarded-Host", received.authority().toString())
                .add("Via", "1.1 duplex");
        request.setAuthority(received.authority());
        letBodyCome(request);
        return context.sendRequest().onSuccess(response -> removeConnectionHeaders(response.headers()));
    }

    /** The gateway itself answers an expectation to continue, as the service's first answer is the final one. */
    private static void letBodyCome(ProxyRequest request) {
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            request.headers().remove(HttpHeaders.EXPECT);
            request.proxiedRequest().response().writeContinue();
        }
    }

    private static void removeConnectionHeaders(MultiMap headers) {
        List<String> named = headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::trim)
                .toList();
        named.forEach(headers::remove);
        ONE_CONNECTION.forEach(headers::remove);
    }
}
