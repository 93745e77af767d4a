package io.duplex.chassis.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the other replicas that there is work, and hears it from them: NOTIFY and LISTEN on a connection of its own. It
 * commits each NOTIFY by itself, without waiting for the disk, so that no business transaction ever holds the lock that
 * NOTIFY takes at commit. A signal may be lost with the connection; then the poll finds the work.
 */
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
        var options = PgConnectOptions.fromUri(url)
                .setUser(user)
                .setPassword(password)
                .addProperty("synchronous_commit", "off");
        this.wakeUp = wakeUp;
        this.subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(retries -> RECONNECT_MILLIS);
    }

    void listen() {
        subscriber.channel("outbox").handler(payload -> wakeUp.signal());
        subscriber.connect();
    }

    /** Wakes every replica, of which the holder finds work to do. */
    Uni<Void> wakeReplicas() {
        var connection = subscriber.actualConnection();
        return connection == null
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .completionStage(() ->
                                connection.query("NOTIFY outbox").execute().toCompletionStage())
                        .replaceWithVoid();
    }

    /** Ends the connection; to be called while the event loops still run. */
    Uni<Void> close() {
        return Uni.createFrom().completionStage(() -> subscriber.close().toCompletionStage());
    }
}
