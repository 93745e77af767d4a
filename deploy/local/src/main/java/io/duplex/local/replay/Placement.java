package io.duplex.local.replay;

import io.duplex.local.replay.Books.Happening;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Places and cancels the orders of a history in their order, several at once; before a price changes, those in flight
 * are finished.
 */
final class Placement {
    private final Catalogue catalogue;
    private final EarlierOrders earlier;
    private final Ordering ordering;
    private final Cancellations cancellations;
    private final Books books;

    Placement(Catalogue catalogue, EarlierOrders earlier, Ordering ordering, Cancellations cancellations, Books books) {
        this.catalogue = catalogue;
        this.earlier = earlier;
        this.ordering = ordering;
        this.cancellations = cancellations;
        this.books = books;
    }

    /** Returns when all has been answered. */
    void run(OrderHistory history, Pace pace, InFlight inFlight, Progress progress) throws IOException {
        history.forEachInvoice(verdict -> {
            books.read(verdict);
            for (var basket : verdict.baskets()) {
                if (basket.cancels()) {
                    inFlight.start(() -> progress.after(cancellations.cancel(basket)));
                } else {
                    order(basket, pace, inFlight, progress);
                }
            }
        });
        inFlight.awaitAll();
    }

    private void order(Basket basket, Pace pace, InFlight inFlight, Progress progress) {
        if (Countries.code(basket.country()).isEmpty()) {
            books.count(Happening.UNKNOWN_COUNTRY);
        }
        var there = earlier.find(basket);
        if (there.isPresent()) {
            note(basket, there.get());
            progress.step();
        } else if (!reprice(basket, inFlight)) {
            books.failed(basket.reference(), "product-or-price-missing");
            progress.step();
        } else {
            pace.await();
            inFlight.start(() -> progress.after(remembered(basket)));
        }
    }

    private void note(Basket basket, PlacedOrder there) {
        books.count(Happening.ALREADY_PLACED);
        books.placed(there);
        cancellations.remember(basket, CompletableFuture.completedFuture(Optional.of(there)));
    }

    private CompletableFuture<Optional<PlacedOrder>> remembered(Basket basket) {
        var order = ordering.order(basket);
        cancellations.remember(basket, order);
        return order;
    }

    /** Whether all products are there, at the prices of the basket. */
    private boolean reprice(Basket basket, InFlight inFlight) {
        var changed =
                basket.lines().stream().filter(line -> !catalogue.sellsAt(line)).toList();
        if (!changed.isEmpty() && catalogue.has(basket)) {
            inFlight.awaitAll();
            catalogue.reprice(changed).join();
        }
        return basket.lines().stream().allMatch(catalogue::sellsAt);
    }
}
