package io.duplex.local.replay;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Measures the time from sending a POST to the invoice being there, on a sample: an order is watched when less than
 * {@value #MOST_AT_ONCE} others are. The invoice is asked for every 20 ms, later every tenth of the time that has gone
 * by; so a figure is too high by at most that, never too low.
 */
final class InvoiceWatch {
    private static final int MOST_AT_ONCE = 8;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long SHORTEST_WAIT_NANOS = Duration.ofMillis(20).toNanos();

    private final Shop shop;
    private final Books books;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    InvoiceWatch(Shop shop, Books books) {
        this.shop = shop;
        this.books = books;
    }

    /** Watches the order if there is a place. */
    void offer(String orderId, long postedAt) {
        if (places.tryAcquire()) {
            var unused = look(orderId, postedAt).whenComplete((end, failure) -> places.release());
        }
    }

    private CompletableFuture<Void> look(String orderId, long postedAt) {
        return shop.invoicesOf(orderId).thenCompose(answer -> {
            var elapsed = System.nanoTime() - postedAt;
            if (IssuedInvoice.in(answer).isPresent()) {
                books.invoiced(elapsed);
                return CompletableFuture.completedFuture(null);
            }
            if (elapsed > LONGEST.toNanos()) {
                return CompletableFuture.completedFuture(null);
            }
            var wait = Duration.ofNanos(Math.max(SHORTEST_WAIT_NANOS, elapsed / 10));
            return Wire.pause(wait).thenCompose(end -> look(orderId, postedAt));
        });
    }
}
