package io.duplex.chassis.outbox;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hears from the other replicas that one of them has committed events: LISTEN on a connection of its own. */
@Singleton
class HolderWakeUp {
    private static final long RECONNECT_MILLIS = 1_000;

    private final PgSubscriber subscriber;
    private final WakeUp wakeUp;

    HolderWakeUp(
            Vertx vertx,
            WakeUp wakeUp,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        var options = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
        this.wakeUp = wakeUp;
        this.subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(retries -> RECONNECT_MILLIS);
    }

    void listen() {
        subscriber.channel("outbox").handler(payload -> wakeUp.signal());
        subscriber.connect();
    }

    @PreDestroy
    void close() {
        subscriber.close();
    }
}
