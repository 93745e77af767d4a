package io.duplex.gateway.exchange;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Sends the head of an answer as its service means it: that of a stream at once, without waiting for the first event,
 * and that of an answer which has no body without announcing one.
 */
final class AnswerHead implements ProxyInterceptor {

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse answer = context.response();
        HttpServerResponse response = context.request().proxiedRequest().response();
        if (bodiless(answer.getStatusCode()) && answer.getBody() != null) {
            answer.getBody().stream().resume();
            answer.setBody(null);
            // A length would be taken for that of the answer which is still valid (RFC 9110, 8.6).
            response.headersEndHandler(complete -> response.headers().remove(HttpHeaders.CONTENT_LENGTH));
        }
        Future<Void> sent = context.sendResponse();
        if (Exchange.of(context).route().streams() && !response.headWritten() && !response.closed()) {
            response.writeHead();
        }
        return sent;
    }

    private static boolean bodiless(int status) {
        return status == HttpResponseStatus.NO_CONTENT.code() || status == HttpResponseStatus.NOT_MODIFIED.code();
    }
}
