package io.duplex.chassis.retention;

import io.duplex.chassis.Failures;
import io.duplex.chassis.Rounds;
import io.duplex.chassis.sql.Database;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

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
    private final Rounds rounds;

    ForgetInTime(Database database, RetentionSettings settings, Rounds rounds) {
        this.database = database;
        this.settings = settings;
        this.rounds = rounds;
    }

    void start(@Observes StartupEvent event) {
        rounds.begin("forget what is too old", settings.every(), settings.every(), this::tryToForget);
    }

    private Uni<Void> tryToForget() {
        return forget().onFailure()
                .invoke(failure -> LOG.warnf("What is too old stays for now: %s", Failures.inWords(failure)))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
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
