package io.duplex.chassis.outbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tells the relay that there may be work; many calls while it is busy count as one. */
@Singleton
class WakeUp {
    enum Reason {
        COMMITTED_HERE,
        NOTIFIED,
        POLL
    }

    private final AtomicReference<@Nullable MultiEmitter<? super Reason>> relay = new AtomicReference<>();

    void now() {
        because(Reason.COMMITTED_HERE);
    }

    void because(Reason reason) {
        var listening = relay.get();
        if (listening != null) {
            listening.emit(reason);
        }
    }

    Multi<Reason> reasons() {
        return Multi.createFrom().<Reason>emitter(relay::set, BackPressureStrategy.LATEST);
    }
}
