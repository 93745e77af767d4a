package io.duplex.gateway.routes;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One match of a route file: the requests that it takes, the backend that serves them, and how long it may take. */
public final class Route {
    private final PathRule path;
    private final @Nullable HttpMethod method;
    private final String backend;
    private final Duration timeout;

    Route(PathRule path, @Nullable HttpMethod method, String backend, Duration timeout) {
        this.path = path;
        this.method = method;
        this.backend = backend;
        this.timeout = timeout;
    }

    /** The name of the service behind this route. */
    public String backend() {
        return backend;
    }

    /** The time until the answer must be complete; zero where {@link #streams()}. */
    public Duration timeout() {
        return timeout;
    }

    /** Whether answers may stay open for as long as they like (server-sent events, long-poll). */
    public boolean streams() {
        return timeout.isZero();
    }

    PathRule path() {
        return path;
    }

    /** The method that it takes; null takes every method. */
    @Nullable
    HttpMethod method() {
        return method;
    }

    boolean takes(HttpMethod asked) {
        return method == null || method.equals(asked);
    }
}
