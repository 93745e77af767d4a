package io.duplex.local.replay;

import io.duplex.local.replay.Books.Happening;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Matches each cancellation with the latest order before it that has the same customer, SKUs and quantities and can
 * still be cancelled. An order that is found cancelled already counts as done, so that a second run ends as the first.
 * To be told of orders and cancellations by one thread, in their order.
 */
final class Cancellations {
    private static final int CONFLICT = 409;

    private final Shop shop;
    private final Books books;
    private final Map<String, List<Candidate>> candidates = new HashMap<>();

    /** An order that can be cancelled once. */
    private record Candidate(CompletableFuture<Optional<PlacedOrder>> order, AtomicBoolean taken) {
        boolean take() {
            return taken.compareAndSet(false, true);
        }
    }

    Cancellations(Shop shop, Books books) {
        this.shop = shop;
        this.books = books;
    }

    /** Takes note of an order, which may still be on its way. */
    void remember(Basket basket, CompletableFuture<Optional<PlacedOrder>> order) {
        candidates
                .computeIfAbsent(basket.contents(), contents -> new ArrayList<>())
                .add(new Candidate(order, new AtomicBoolean()));
    }

    /** Completes when an order is cancelled, or none is left that could be; the books tell which. */
    CompletableFuture<?> cancel(Basket basket) {
        var latestFirst = new ArrayDeque<Candidate>();
        candidates.getOrDefault(basket.contents(), List.of()).forEach(latestFirst::addFirst);
        return cancelFirst(latestFirst, basket).exceptionally(failure -> {
            books.failed(basket.reference(), String.valueOf(failure.getMessage()));
            return null;
        });
    }

    private CompletableFuture<Void> cancelFirst(Deque<Candidate> left, Basket basket) {
        while (!left.isEmpty()) {
            var candidate = left.removeFirst();
            if (candidate.take()) {
                return candidate
                        .order()
                        .thenCompose(order ->
                                order.isPresent() ? cancel(order.get(), left, basket) : cancelFirst(left, basket));
            }
        }
        books.skip(basket, SkipReason.NOTHING_TO_CANCEL);
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> cancel(PlacedOrder order, Deque<Candidate> left, Basket basket) {
        return shop.cancelOrder(order, "cancelled by " + basket.reference()).thenCompose(answer -> {
            var cancelledBefore = answer.body().path("currentStatus").asText().equals("CANCELLED");
            if (answer.ok() || (answer.status() == CONFLICT && cancelledBefore)) {
                books.count(Happening.CANCELLED);
            } else if (answer.status() == CONFLICT) {
                return cancelFirst(left, basket);
            } else {
                books.failed(basket.reference(), answer.code());
            }
            return CompletableFuture.completedFuture(null);
        });
    }
}
