package io.duplex.inventory.reconcile;

import io.duplex.inventory.reconcile.OrderClient.Order;
import io.duplex.inventory.reconcile.OrderClient.OrderPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A walk over the confirmed orders, from the highest id on: how far it is, and what was found on the way. */
final class OrderWalk {
    private final Instant settledBefore;
    private final long deadline;
    private final int limit;
    private final Map<DriftKind, Long> counts = new EnumMap<>(DriftKind.class);
    private final List<Drift> drifts = new ArrayList<>();
    private OrdersCompared compared = OrdersCompared.ALL;
    private boolean ended;
    private int asked;
    private @Nullable String after;
    private @Nullable UUID passed;

    OrderWalk(Instant at, ReconcileSettings settings, int limit) {
        this.settledBefore = at.minus(settings.grace());
        this.deadline = System.nanoTime() + settings.within().toNanos();
        this.limit = limit;
    }

    boolean goesOn() {
        return !ended;
    }

    /** The cursor of the next page. */
    @Nullable
    String after() {
        return after;
    }

    /** The lowest id of the pages so far. */
    @Nullable
    UUID passed() {
        return passed;
    }

    /** The lowest id that a page is about; the last page is about all that are left. */
    static @Nullable UUID lowest(OrderPage page) {
        return page.page().next() == null
                ? null
                : page.items().get(page.items().size() - 1).id();
    }

    /** How many orders may still be asked for one by one. */
    int mayAsk() {
        return limit - asked;
    }

    /** Whether one more order may be asked for. */
    boolean hasTime() {
        var late = System.nanoTime() - deadline > 0;
        if (late) {
            compared = OrdersCompared.SOME;
        }
        return !late;
    }

    /** As many of these orders as may be asked for. */
    List<UUID> asks(List<UUID> wanted) {
        var asks = wanted.subList(0, Math.min(wanted.size(), mayAsk()));
        asked += asks.size();
        if (asks.size() < wanted.size()) {
            compared = OrdersCompared.SOME;
        }
        return asks;
    }

    void found(DriftKind kind, UUID orderId) {
        if (counts.merge(kind, 1L, Long::sum) <= limit) {
            drifts.add(Drift.ofOrder(kind, orderId));
        }
    }

    /** What an order says that has an ACTIVE reservation and is not CONFIRMED. */
    void judge(UUID id, Optional<Order> order) {
        if (order.isEmpty()) {
            found(DriftKind.RESERVED_FOR_UNKNOWN_ORDER, id);
        } else {
            order.filter(one -> one.updatedAt().isBefore(settledBefore)).ifPresent(this::judge);
        }
    }

    private void judge(Order order) {
        if (order.hasEnded()) {
            found(DriftKind.RESERVED_FOR_ENDED_ORDER, order.id());
        } else if (order.hasLeft()) {
            found(DriftKind.RESERVED_FOR_SHIPPED_ORDER, order.id());
        }
    }

    OrderWalk past(OrderPage page) {
        after = page.page().next();
        passed = lowest(page);
        ended = after == null || !hasTime();
        return this;
    }

    OrderWalk unreachable() {
        compared = OrdersCompared.UNREACHABLE;
        ended = true;
        return this;
    }

    OrdersCompared compared() {
        return compared;
    }

    Map<DriftKind, Long> counts() {
        return counts;
    }

    List<Drift> drifts() {
        return drifts;
    }
}
