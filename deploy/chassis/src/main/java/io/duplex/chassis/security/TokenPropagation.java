package io.duplex.chassis.security;

import io.duplex.chassis.http.Correlation;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Calls another service in the caller's name: the token, the request id and the trace travel on. */
@ApplicationScoped
public class TokenPropagation implements ClientHeadersFactory {
    private final RoutingContext exchange;

    TokenPropagation(RoutingContext exchange) {
        this.exchange = exchange;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        var headers = new MultivaluedHashMap<String, String>();
        headers.putSingle("Authorization", exchange.request().getHeader(HttpHeaders.AUTHORIZATION));
        headers.putSingle("X-Request-Id", Correlation.requestId());
        headers.putSingle("traceparent", Correlation.traceParent());
        return headers;
    }
}
