package io.duplex.chassis.sql;

import io.duplex.chassis.outbox.OutboxRelay;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What the replicas of a service call out to each other: NOTIFY and LISTEN on a connection of its own, which is opened when
 * somebody first listens. Each NOTIFY is committed by itself, after what it tells of and without waiting for the disk, so
 * that no business transaction ever holds the lock that NOTIFY takes at commit. A notice may be lost with the connection:
 * who listens has to look from time to time, too.
 */
@ApplicationScoped
public class Notices {
    private static final Logger LOG = Logger.getLogger(Notices.class);
    private static final Duration CALLED_WITHIN = Duration.ofSeconds(1);
    private static final long RECONNECT_MILLIS = 1_000;
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(2);

    private final PgSubscriber subscriber;
    private volatile boolean listening;

    Notices(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        var options = PgConnectOptions.fromUri(url)
                .setUser(user)
                .setPassword(password)
                .addProperty("synchronous_commit", "off");
        subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(retries -> RECONNECT_MILLIS);
    }

    /** Hears every notice on a channel from now on, this process' own included. */
    public void listen(String channel, Consumer<String> heard) {
        subscriber.channel(channel).handler(heard::accept);
        listening = true;
        subscriber.connect();
    }

    /**
     * Calls out to all who listen, at most 8000 bytes. Never fails, and never takes long: nobody hears what the database
     * has not taken within a second, and nothing while the connection is away.
     */
    public Uni<Void> call(String channel, String notice) {
        var connection = subscriber.actualConnection();
        return connection == null
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .completionStage(() -> connection
                                .preparedQuery("SELECT pg_notify($1, $2)")
                                .execute(Tuple.of(channel, notice))
                                .toCompletionStage())
                        .ifNoItem()
                        .after(CALLED_WITHIN)
                        .fail()
                        .onFailure()
                        .invoke(lost -> LOG.debugf("Who listens to %s finds out later: %s", channel, lost))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid();
    }

    /** A shutdown may block, and this is one: the event loops still run. */
    void close(@Observes @Priority(OutboxRelay.STOPS_AT) ShutdownEvent event) {
        if (!listening) {
            return;
        }
        Uni.createFrom()
                .completionStage(() -> subscriber.close().toCompletionStage())
                .ifNoItem()
                .after(CLOSED_WITHIN)
                .fail()
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }
}
