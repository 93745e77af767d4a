package io.duplex.gateway.exchange;

import io.duplex.gateway.pages.Accept;
import io.duplex.gateway.pages.Page;
import io.duplex.gateway.pages.Pages;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;

/** Answers with what the gateway itself publishes: the document of the API, and the page to browse it. */
final class OwnPages implements ProxyInterceptor {
    private static final List<String> METHODS = List.of("GET", "HEAD");
    private static final int NOT_MODIFIED = 304;

    private final Pages pages;

    OwnPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        List<Page> variants = pages.at(request.path());
        if (variants.isEmpty()) {
            return context.sendRequest();
        }
        if (!METHODS.contains(request.method().name())) {
            return Future.failedFuture(Refusal.methodNotAllowed(METHODS));
        }
        return Accept.of(request.getHeader(HttpHeaders.ACCEPT))
                .best(variants)
                .map(page -> Future.succeededFuture(answer(context, page)))
                .orElseGet(() -> Future.failedFuture(
                        new Refusal(Problem.NOT_ACCEPTABLE, "There is no representation that Accept allows.")));
    }

    private static ProxyResponse answer(ProxyContext context, Page page) {
        HttpServerRequest request = context.request().proxiedRequest();
        ProxyResponse answer = context.request().release().response();
        page.headers().forEach(answer::putHeader);
        if (page.isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return answer.setStatusCode(NOT_MODIFIED);
        }
        return answer.setStatusCode(page.status()).setBody(Body.body(page.content()));
    }
}
