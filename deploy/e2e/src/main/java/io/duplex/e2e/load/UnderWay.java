package io.duplex.e2e.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Requests that have been sent and not been answered yet; none is forgotten, and no failure to send one is either. */
final class UnderWay {
    private final ConcurrentLinkedQueue<CompletableFuture<?>> requests = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    void add(CompletableFuture<?> request) {
        requests.add(request);
    }

    /** Returns when all have been answered or given up, those included that are added meanwhile. */
    void await() {
        for (var next = requests.poll(); next != null; next = requests.poll()) {
            next.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("the load itself failed", failures.peek());
        }
    }

    /** A task for a timer, which stops without a word when its task fails: the failure comes out of {@link #await}. */
    Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        };
    }
}
