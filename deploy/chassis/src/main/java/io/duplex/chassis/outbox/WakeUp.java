package io.duplex.chassis.outbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tells the relay that there may be work. A signal says nothing but that, so many of them may become one. */
@Singleton
class WakeUp {
    static final Object SIGNAL = new Object();

    private final AtomicReference<@Nullable MultiEmitter<? super Object>> relay = new AtomicReference<>();
    private final AtomicBoolean committedHere = new AtomicBoolean();

    /** This process has committed events. */
    void committed() {
        committedHere.set(true);
        signal();
    }

    void signal() {
        var listening = relay.get();
        if (listening != null) {
            listening.emit(SIGNAL);
        }
    }

    /** Whether this process has committed events since it was last asked. */
    boolean hasCommitted() {
        return committedHere.getAndSet(false);
    }

    /** The signals, and one of its own now and whenever so much time has passed; those that nobody takes become one. */
    Multi<Object> signals(Duration atLeastEvery) {
        var poll = Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofMillis(1))
                .every(atLeastEvery)
                .onOverflow()
                .drop();
        return Multi.createBy()
                .merging()
                .streams(
                        Multi.createFrom().<Object>emitter(relay::set, BackPressureStrategy.LATEST),
                        poll.map(tick -> SIGNAL))
                .onOverflow()
                .dropPreviousItems();
    }
}
