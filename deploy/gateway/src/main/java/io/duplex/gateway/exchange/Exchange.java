package io.duplex.gateway.exchange;

import io.duplex.gateway.backends.Visit;
import io.duplex.gateway.routes.Route;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.httpproxy.ProxyContext;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request on its way to a service: its correlation, then its route, then its connection, or why it was given up. */
final class Exchange {
    private static final String NAME = Exchange.class.getName();

    private static final Logger LOG = Logger.getLogger(Exchange.class.getName());

    private final Correlation correlation;
    private @Nullable Route route;
    private @Nullable Visit visit;
    private @Nullable Refusal abortion;

    private Exchange(Correlation correlation) {
        this.correlation = correlation;
    }

    static Exchange begin(ProxyContext context) {
        Exchange exchange = new Exchange(Correlation.of(context.request().proxiedRequest()));
        context.set(NAME, exchange);
        return exchange;
    }

    static Exchange of(ProxyContext context) {
        return context.get(NAME, Exchange.class);
    }

    Correlation correlation() {
        return correlation;
    }

    void takes(Route found) {
        route = found;
    }

    Route route() {
        if (route == null) {
            throw new IllegalStateException("no route yet");
        }
        return route;
    }

    /** Takes the connection, or drops it when the exchange was given up while it waited for one. */
    Future<HttpClientRequest> connected(Visit connection) {
        if (abortion != null) {
            connection.ended();
            connection.request().reset();
            return Future.failedFuture(abortion);
        }
        visit = connection;
        return Future.succeededFuture(
                connection.request().exceptionHandler(reported -> LOG.log(Level.FINE, "upstream", reported)));
    }

    boolean isConnected() {
        return visit != null;
    }

    /** Tells the replica, if one was reached, what came of the request; what its caller is to blame for is not its fault. */
    void settle(AsyncResult<?> answer, boolean callerLeft) {
        if (visit == null) {
            return;
        }
        if (answer.succeeded()) {
            visit.answered();
        } else if (callerLeft || (abortion != null && abortion.problem() != Problem.GATEWAY_TIMEOUT)) {
            visit.ended();
        } else {
            visit.failed();
        }
    }

    /** Gives up: an answer that has begun breaks off, otherwise the refusal is the answer. */
    void abort(Refusal why) {
        if (abortion == null) {
            abortion = why;
            if (visit != null) {
                visit.request().reset();
            }
        }
    }

    Optional<Refusal> aborted() {
        return Optional.ofNullable(abortion);
    }
}
