package io.duplex.chassis.retention;

import io.duplex.chassis.sql.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Deletes what is too old, a few thousand rows to a statement, so that nobody waits for it. Replicas may do it at once. */
@ApplicationScoped
class ForgetInTime {
    private static final Logger LOG = Logger.getLogger(ForgetInTime.class);
    private static final int AT_ONCE = 5_000;
    private static final String DELETE =
            """
            DELETE FROM %1$s WHERE ctid = ANY(ARRAY(
              SELECT ctid FROM %1$s WHERE %2$s < clock_timestamp() - make_interval(secs => $1) LIMIT $2))
            """;

    private final Database database;
    private final RetentionSettings settings;
    private volatile @Nullable Cancellable running;

    ForgetInTime(Database database, RetentionSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        running = Multi.createFrom()
                .ticks()
                .startingAfter(settings.every())
                .every(settings.every())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> forget().onFailure()
                        .invoke(failure -> LOG.warnf("What is too old stays for now: %s", failure))
                        .onFailure()
                        .recoverWithItem(0))
                .subscribe()
                .with(ignored -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        var current = running;
        if (current != null) {
            current.cancel();
        }
    }

    /** Deletes all that is too old; the item is how many rows that were. */
    Uni<Integer> forget() {
        return forget("inbox", "received_at", settings.inbox())
                .chain(events -> forget("idempotency_key", "created_at", settings.idempotencyKeys())
                        .map(keys -> events + keys));
    }

    private Uni<Integer> forget(String table, String age, Duration kept) {
        return Multi.createBy()
                .repeating()
                .uni(() -> database.execute(DELETE.formatted(table, age), (double) kept.toSeconds(), AT_ONCE))
                .whilst(deleted -> deleted.rowCount() == AT_ONCE)
                .map(deleted -> deleted.rowCount())
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }
}
