package io.duplex.order.analytics;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The sales of the current hour as they change. However many follow them, they are read about once a second, and not at
 * all while nobody follows; between two reads no stream holds anything of the database.
 */
@ApplicationScoped
public class LiveSales {
    private static final int TOP = 10;
    private static final int SECONDS_BETWEEN_SIGNS = 15;
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** A little less than a second, so that a stream does not find what it has found before. */
    private static final Duration SHARED = Duration.ofMillis(900);

    private final Uni<Sales> current;
    private volatile boolean ending;

    LiveSales(FindSales sales, Clock clock) {
        current = Uni.createFrom()
                .deferred(() -> sales.find(SalesRange.at(BucketSize.HOUR, OffsetDateTime.now(clock)), TOP))
                .memoize()
                .forFixedDuration(SHARED);
    }

    /** Fails when there are no figures, as while the database is away. */
    public Uni<Void> requireFigures() {
        return current.replaceWithVoid();
    }

    /**
     * The figures at once, and again whenever they have changed, at most once a second; nothing every 15 seconds, as a sign
     * of life. Fails when there are none at first; later it waits until they can be read again. Ends with the process.
     */
    public Multi<Optional<Sales>> follow() {
        var changes = seconds().onItem().transformToUniAndConcatenate(second -> current.onFailure()
                .recoverWithNull());
        var figures = Multi.createBy()
                .concatenating()
                .streams(current.toMulti(), changes)
                .skip()
                .repetitions()
                .map(Optional::of);
        var signs = seconds()
                .filter(second -> (second + 1) % SECONDS_BETWEEN_SIGNS == 0)
                .map(second -> Optional.<Sales>empty());
        return Multi.createBy().merging().streams(figures, signs);
    }

    private Multi<Long> seconds() {
        return Multi.createFrom()
                .ticks()
                .startingAfter(SECOND)
                .every(SECOND)
                .onOverflow()
                .drop()
                .select()
                .first(second -> !ending);
    }

    /** Before the process waits for its requests: a stream would be one that never ends. */
    void end(@Observes ShutdownDelayInitiatedEvent event) {
        ending = true;
    }
}
