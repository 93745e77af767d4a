package io.duplex.gateway.backends;

import io.vertx.core.http.HttpClientRequest;

/** A connection to a replica, and the place to tell what came of it. */
public final class Visit {
    private final Replica replica;
    private final HttpClientRequest request;

    Visit(Replica replica, HttpClientRequest request) {
        this.replica = replica;
        this.request = request;
    }

    /** The request to send. */
    public HttpClientRequest request() {
        return request;
    }

    /** The replica answered, whatever it was. */
    public void answered() {
        replica.answered();
    }

    /** The replica broke off or did not answer in time. */
    public void failed() {
        replica.failed();
    }

    /** The request ended for a reason that is not the replica's. */
    public void ended() {
        replica.forget();
    }
}
