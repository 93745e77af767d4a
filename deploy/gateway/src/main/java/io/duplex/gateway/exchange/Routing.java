package io.duplex.gateway.exchange;

import io.duplex.gateway.routes.Route;
import io.duplex.gateway.routes.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Optional;
import java.util.Set;

/** Finds the route of a request; what has none ends here. */
final class Routing implements ProxyInterceptor {
    private final RouteTable routes;

    Routing(RouteTable routes) {
        this.routes = routes;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        Optional<Route> route = routes.find(request.method(), request.path());
        if (route.isEmpty()) {
            return Future.failedFuture(refusal(routes.methods(request.path())));
        }
        Exchange.of(context).takes(route.get());
        context.request().setURI(target(request));
        return context.sendRequest();
    }

    private static Refusal refusal(Set<String> methods) {
        return methods.isEmpty()
                ? new Refusal(Problem.NOT_FOUND, "There is nothing at this path.")
                : Refusal.methodNotAllowed(methods);
    }

    /** Path and query, also where the caller sent an absolute URI. */
    private static String target(HttpServerRequest request) {
        return request.query() == null ? request.path() : request.path() + "?" + request.query();
    }
}
