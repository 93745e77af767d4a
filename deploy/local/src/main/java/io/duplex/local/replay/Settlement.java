package io.duplex.local.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Waits until the placed orders have reached their states and their invoices. */
final class Settlement {
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(250);

    private final Shop shop;
    private final InFlight inFlight;
    private final Duration patience;

    /**
     * Creates the waiting.
     *
     * @param patience ends it when nothing has changed for so long
     */
    Settlement(Shop shop, InFlight inFlight, Duration patience) {
        this.shop = shop;
        this.inFlight = inFlight;
        this.patience = patience;
    }

    /** What has become of each order, settled or not. */
    List<Outcome> await(Collection<PlacedOrder> orders, Progress progress) {
        var known = new ConcurrentHashMap<String, Outcome>();
        var open = List.copyOf(orders);
        var lastChange = System.nanoTime();
        while (!open.isEmpty() && System.nanoTime() - lastChange < patience.toNanos()) {
            var left = look(open, known);
            if (left.size() < open.size()) {
                lastChange = System.nanoTime();
                progress.steps(open.size() - left.size());
            }
            if (!left.isEmpty()) {
                Wire.pause(BETWEEN_ROUNDS).join();
            }
            open = left;
        }
        return outcomes(orders, known);
    }

    /** Looks at each order once, and gives back those that are not settled. */
    private List<PlacedOrder> look(List<PlacedOrder> open, Map<String, Outcome> known) {
        for (var order : open) {
            inFlight.start(() -> look(order).thenAccept(outcome -> known.put(order.id(), outcome)));
        }
        inFlight.awaitAll();
        return open.stream().filter(order -> !settled(order, known)).toList();
    }

    private CompletableFuture<Outcome> look(PlacedOrder order) {
        return shop.order(order.id()).thenCompose(answer -> {
            var seen = new Outcome(order, answer.body().path("status").asText("PENDING"), List.of());
            return seen.pending()
                    ? CompletableFuture.completedFuture(seen)
                    : shop.invoicesOf(order.id())
                            .thenApply(page -> new Outcome(order, seen.status(), IssuedInvoice.allIn(page)));
        });
    }

    private static boolean settled(PlacedOrder order, Map<String, Outcome> known) {
        var outcome = known.get(order.id());
        return outcome != null && outcome.settled();
    }

    private static List<Outcome> outcomes(Collection<PlacedOrder> orders, Map<String, Outcome> known) {
        var outcomes = new ArrayList<Outcome>();
        for (var order : orders) {
            outcomes.add(known.getOrDefault(order.id(), new Outcome(order, "PENDING", List.of())));
        }
        return outcomes;
    }
}
