package io.duplex.chassis;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Housekeeping that is done again and again until the process begins to end; a round that takes long delays the next. */
@ApplicationScoped
public class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final List<Cancellable> running = new CopyOnWriteArrayList<>();

    /**
     * Does some work for the first time after a while, and then again and again.
     *
     * @param what names the work for people
     * @param work deals with its failures itself: one that it lets go ends its rounds, and is told
     */
    public void begin(String what, Duration after, Duration every, Supplier<Uni<Void>> work) {
        follow(
                what,
                Multi.createFrom()
                        .ticks()
                        .startingAfter(after)
                        .every(every)
                        .onOverflow()
                        .drop(),
                tick -> work.get());
    }

    /**
     * Does some work for each signal, one after the other.
     *
     * @param what names the work for people
     * @param work deals with its failures itself: one that it lets go ends the work, and is told
     */
    public <T> void follow(String what, Multi<T> signals, Function<T, Uni<Void>> work) {
        running.add(signals.onItem()
                .transformToUniAndConcatenate(work::apply)
                .subscribe()
                .with(ignored -> {}, failure -> LOG.fatalf(failure, "Nobody does this any more: %s", what)));
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        running.forEach(Cancellable::cancel);
    }
}
