package io.duplex.gateway.exchange;

import io.duplex.gateway.backends.Backends;
import io.duplex.gateway.routes.Route;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;

/** The connection to a replica of the service that the route names. */
final class Upstream implements OriginRequestProvider {
    private final Backends backends;

    Upstream(Backends backends) {
        this.backends = backends;
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext context) {
        Exchange exchange = Exchange.of(context);
        Route route = exchange.route();
        return backends.connect(route.backend(), route.streams()).compose(exchange::connected);
    }
}
