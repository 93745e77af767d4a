package io.duplex.e2e.load;

import io.duplex.e2e.load.PlacedOrder.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * An open-loop load: so many orders each second, however long the answers take. One order in twenty is cancelled a
 * little later, and one in twenty is shipped. It forgets nothing: what was not answered is asked again with the same key when the load has ended.
 */
public final class Load implements AutoCloseable {
    private static final Duration RESTOCK = Duration.ofSeconds(1);
    private static final int AT_A_TIME = 50;

    private final Requests requests;
    private final Shop shop;
    private final SplittableRandom random;
    /** Timers run side by side, and chance is not to be shared. */
    private final SplittableRandom restocking;

    private final List<PlacedOrder> orders = new ArrayList<>();
    private final UnderWay underWay = new UnderWay();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, task -> {
        var thread = new Thread(task, "load");
        thread.setDaemon(true);
        return thread;
    });

    /** A load on a shop; equal seeds wish for the same. */
    public Load(Wire wire, String url, Shop shop, long seed) {
        this.requests = new Requests(wire, url);
        this.shop = shop;
        this.random = new SplittableRandom(seed);
        this.restocking = random.split();
    }

    /** Starts to order, until the result is stopped. */
    public Running start(int ordersPerSecond) {
        var first = count();
        var ordering = clock.scheduleAtFixedRate(
                underWay.guarded(this::order), 0, 1_000_000L / ordersPerSecond, TimeUnit.MICROSECONDS);
        var goods = clock.scheduleAtFixedRate(
                underWay.guarded(this::restock), RESTOCK.toMillis(), RESTOCK.toMillis(), TimeUnit.MILLISECONDS);
        return new Running(first, List.of(ordering, goods));
    }

    /** A load that goes on until it is stopped. */
    public final class Running {
        private final int first;
        private final List<ScheduledFuture<?>> timers;

        private Running(int first, List<ScheduledFuture<?>> timers) {
            this.first = first;
            this.timers = timers;
        }

        /** What has been ordered so far under this load. */
        public List<PlacedOrder> orders() {
            var all = Load.this.orders();
            return all.subList(first, all.size());
        }

        /** Stops ordering, and returns when everything under way has been answered or given up. */
        public List<PlacedOrder> stop() {
            timers.forEach(timer -> timer.cancel(false));
            underWay.await();
            return orders();
        }
    }

    /** Places orders of customers who cannot be reached, so many at a time; returns when all have been answered. */
    public List<PlacedOrder> place(int count, int atATime) {
        var placed = new ArrayList<PlacedOrder>();
        for (var start = 0; start < count; start += atATime) {
            IntStream.range(start, Math.min(count, start + atATime))
                    .mapToObj(shop::plainWish)
                    .map(this::add)
                    .peek(placed::add)
                    .forEach(order -> underWay.add(requests.place(order)));
            underWay.await();
        }
        return placed;
    }

    private void order() {
        var order = add(shop.wish(random));
        var cancels = random.nextInt(20) == 0;
        var ships = random.nextInt(20) == 0;
        var after = random.nextInt(3_000);
        underWay.add(requests.place(order).thenAccept(placed -> {
            if (cancels) {
                later(placed, after, requests::cancel);
            }
            if (ships) {
                later(placed, after, requests::ship);
            }
        }));
    }

    private void later(PlacedOrder order, int millis, Function<PlacedOrder, CompletableFuture<?>> request) {
        if (order.outcome() == Outcome.DONE) {
            var later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, clock);
            underWay.add(CompletableFuture.runAsync(() -> {}, later).thenCompose(now -> request.apply(order)));
        }
    }

    private void restock() {
        underWay.add(requests.restock(shop.runningOut(restocking)));
    }

    /** Asks again for everything whose outcome is unknown, until it is known or {@code patience} has run out. */
    public void settle(Duration patience) {
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(500))
                    .until(this::askAgain);
        } catch (ConditionTimeoutException unknown) {
            // the checker finds the orders that are still unknown
        }
    }

    /** A few at a time: a service that has just come back is not to be knocked over. */
    private boolean askAgain() {
        var open = unknown();
        for (var start = 0; start < open.size(); start += AT_A_TIME) {
            open.subList(start, Math.min(open.size(), start + AT_A_TIME))
                    .forEach(order -> underWay.add(
                            order.outcome() == Outcome.UNKNOWN ? requests.place(order) : requests.cancel(order)));
            underWay.await();
        }
        return unknown().isEmpty();
    }

    private List<PlacedOrder> unknown() {
        return orders().stream()
                .filter(order -> order.outcome() == Outcome.UNKNOWN || order.cancellation() == Outcome.UNKNOWN)
                .toList();
    }

    /** What is sold. */
    public List<String> skus() {
        return shop.skus();
    }

    /** Everything that was ever ordered. */
    public List<PlacedOrder> orders() {
        synchronized (orders) {
            return List.copyOf(orders);
        }
    }

    private int count() {
        synchronized (orders) {
            return orders.size();
        }
    }

    private PlacedOrder add(PlacedOrder order) {
        synchronized (orders) {
            orders.add(order);
        }
        return order;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
