package io.duplex.local.replay;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** At most so many pieces of work at once. */
final class InFlight {
    private final int most;
    private final Semaphore places;

    InFlight(int most) {
        this.most = most;
        this.places = new Semaphore(most);
    }

    /** Starts a piece of work as soon as there is a place for it. */
    void start(Supplier<? extends CompletableFuture<?>> work) {
        places.acquireUninterruptibly();
        var unused = work.get().whenComplete((result, failure) -> places.release());
    }

    /** Waits until all that was started has ended. */
    void awaitAll() {
        places.acquireUninterruptibly(most);
        places.release(most);
    }
}
