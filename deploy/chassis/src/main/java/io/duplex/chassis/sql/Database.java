package io.duplex.chassis.sql;

import io.duplex.chassis.events.Event;
import io.duplex.chassis.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The service's own database on the reactive client. Everything that publishes goes through here, so that the relay
 * is woken after the commit and never before.
 */
@ApplicationScoped
public class Database {
    private static final int ATTEMPTS_AFTER_CONFLICT = 5;

    private final Pool pool;
    private final Outbox outbox;

    Database(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /** Runs one statement in a transaction of its own (autocommit). */
    public Uni<RowSet<Row>> execute(String sql, @Nullable Object... parameters) {
        return pool.preparedQuery(sql).execute(Tuple.from(parameters));
    }

    /**
     * Runs one statement (autocommit) that inserts events by {@link Outbox#insertFrom}: the cheapest way to change and
     * tell at once.
     */
    public Uni<RowSet<Row>> executeAndPublish(String sql, @Nullable Object... parameters) {
        return execute(sql, parameters).invoke(outbox::wakeRelay);
    }

    /**
     * Runs some work in one transaction: committed when the work's item arrives, rolled back when it fails. A
     * deadlock or serialization failure rolls back and runs the work again, so the work must keep no state of its own.
     */
    public <T> Uni<T> transaction(Function<Transaction, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> attempt(work))
                .onFailure(SqlFailures::isConflict)
                .retry()
                .withBackOff(Duration.ofMillis(5), Duration.ofMillis(100))
                .atMost(ATTEMPTS_AFTER_CONFLICT);
    }

    private <T> Uni<T> attempt(Function<Transaction, Uni<T>> work) {
        var published = new boolean[1];
        return pool.withTransaction(connection -> work.apply(new Transaction(connection, events -> {
                    published[0] = true;
                    return outbox.append(connection, events);
                })))
                .invoke(() -> {
                    if (published[0]) {
                        outbox.wakeRelay();
                    }
                });
    }

    /** Appends events to the outbox of the transaction at hand. */
    interface Publisher extends Function<List<Event>, Uni<Void>> {}
}
