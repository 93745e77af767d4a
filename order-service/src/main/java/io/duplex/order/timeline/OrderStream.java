package io.duplex.order.timeline;

import io.duplex.order.OrderTransition;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who follows an order. It ends a while after the order has, since facts follow: stock released, a credit note. */
final class OrderStream {
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration LINGERING = Duration.ofSeconds(10);

    private final UUID orderId;
    private final MultiEmitter<? super Beat> listener;
    private volatile Cursor cursor;
    private volatile long heardAt = System.nanoTime();
    private volatile @Nullable Long endedAt;

    OrderStream(UUID orderId, Cursor after, MultiEmitter<? super Beat> listener) {
        this.orderId = orderId;
        this.cursor = after;
        this.listener = listener;
    }

    UUID orderId() {
        return orderId;
    }

    Cursor cursor() {
        return cursor;
    }

    /** The order has ended; the first time counts. */
    void orderEnded() {
        if (endedAt == null) {
            endedAt = System.nanoTime();
        }
    }

    void tell(Cursor at, Fact fact) {
        cursor = at;
        if (OrderTransition.lastFacts().contains(fact.type())) {
            orderEnded();
        }
        emit(new Beat.Told(at, fact));
    }

    /** Says that it is alive, or that it is over, when it is time to. */
    void tend() {
        var ended = endedAt;
        if (ended != null && isPast(LINGERING, ended)) {
            emit(new Beat.End());
            listener.complete();
        } else if (isPast(SILENCE, heardAt)) {
            emit(new Beat.Silence());
        }
    }

    /** Ends here, though the order has not: it can be followed from the cursor on. */
    void letGo() {
        listener.complete();
    }

    void emit(Beat beat) {
        heardAt = System.nanoTime();
        listener.emit(beat);
    }

    private static boolean isPast(Duration limit, long since) {
        return System.nanoTime() - since >= limit.toNanos();
    }
}
