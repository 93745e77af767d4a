package io.duplex.chassis.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes only so many requests at once. Under more load than it can carry the service refuses the rest at once, and what
 * it has accepted stays fast. A stream counts until it begins; what operators ask (/q/) is never refused.
 */
@Singleton
class RequestsInFlight {
    private static final int AFTER_LIMITS = RequestLimits.AFTER_REQUEST_IDS - 1;
    private static final int RETRY_AFTER_SECONDS = 1;

    private final AtomicInteger inFlight = new AtomicInteger();
    private final int most;
    private final Counter shed;

    RequestsInFlight(
            @ConfigProperty(name = "http.max-in-flight", defaultValue = "128") int most, MeterRegistry registry) {
        this.most = most;
        this.shed = registry.counter("duplex.http.shed");
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, AFTER_LIMITS);
    }

    private void admit(RoutingContext exchange) {
        if (exchange.request().path().startsWith("/q/")) {
            exchange.next();
        } else if (inFlight.incrementAndGet() > most) {
            inFlight.decrementAndGet();
            shed.increment();
            RequestLimits.refuse(
                    exchange, Problem.unavailable("The service has too much to do right now.", RETRY_AFTER_SECONDS));
        } else {
            var counted = new AtomicBoolean(true);
            exchange.addHeadersEndHandler(answered -> release(counted));
            exchange.addEndHandler(answeredOrCut -> release(counted));
            exchange.next();
        }
    }

    private void release(AtomicBoolean counted) {
        if (counted.getAndSet(false)) {
            inFlight.decrementAndGet();
        }
    }
}
