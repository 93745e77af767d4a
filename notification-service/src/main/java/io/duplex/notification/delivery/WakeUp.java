package io.duplex.notification.delivery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tells a lane that there may be work; many calls while it is busy count as one. */
final class WakeUp {
    private final AtomicReference<@Nullable MultiEmitter<? super Boolean>> lane = new AtomicReference<>();

    void now() {
        var listening = lane.get();
        if (listening != null) {
            listening.emit(true);
        }
    }

    Multi<Boolean> calls() {
        return Multi.createFrom().<Boolean>emitter(lane::set, BackPressureStrategy.LATEST);
    }
}
