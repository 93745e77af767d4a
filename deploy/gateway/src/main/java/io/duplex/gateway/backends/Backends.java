package io.duplex.gateway.backends;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Pooled connections to the services, a replica in turn. A replica that takes no connection is skipped for the next
 * one; once a connection stands there is no second attempt, since something may have been sent.
 */
public final class Backends {
    /** A replica that answers in 10 ms takes thousands of requests each second by so many. */
    private static final int CONNECTIONS = 32;
    /** A queue that is longer than this makes those wait who are let in, and refuses nobody the sooner. */
    private static final int WAITING = 32;

    private static final int STREAMS = 1024;
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int MAX_HEADER_BYTES = 32 * 1024;

    private final Map<String, Backend> backends;
    private final HttpClient requests;
    private final HttpClient streams;

    /**
     * Streams have connections of their own: open ones must not use up those that requests wait for.
     *
     * @param connectTimeout how long a replica may take to accept a connection
     */
    public Backends(
            Vertx vertx,
            Collection<BackendAddresses> given,
            Duration connectTimeout,
            PassiveHealth health,
            Clock clock) {
        this.backends = given.stream()
                .collect(toUnmodifiableMap(BackendAddresses::name, addresses -> new Backend(addresses, health, clock)));
        this.requests = client(vertx, CONNECTIONS, connectTimeout);
        this.streams = client(vertx, STREAMS, connectTimeout);
    }

    private static HttpClient client(Vertx vertx, int connections, Duration connectTimeout) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxHeaderSize(MAX_HEADER_BYTES);
        return vertx.createHttpClient(
                options, new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(WAITING));
    }

    public Set<String> names() {
        return backends.keySet();
    }

    /** The client that the connections of requests belong to. */
    public HttpClient client() {
        return requests;
    }

    /** A connection to a replica of the service, or a failure with {@link BackendUnavailable}. */
    public Future<Visit> connect(String name, boolean stream) {
        Backend backend = backends.get(name);
        if (backend == null) {
            return Future.failedFuture(new IllegalArgumentException("no backend " + name));
        }
        return connect(name, backend.inTurn().iterator(), stream ? streams : requests);
    }

    private Future<Visit> connect(String name, Iterator<Replica> replicas, HttpClient client) {
        Replica replica = replicas.next();
        replica.begin();
        return client.request(new RequestOptions().setServer(replica.address()))
                .onSuccess(connected -> replica.connected())
                .map(request -> new Visit(replica, request))
                .recover(failure -> {
                    replica.forget();
                    if (failure instanceof ConnectException) {
                        replica.refused();
                    }
                    return replicas.hasNext()
                            ? connect(name, replicas, client)
                            : Future.failedFuture(new BackendUnavailable(name, failure));
                });
    }
}
