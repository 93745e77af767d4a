package io.duplex.local.replay;

import io.duplex.local.replay.Books.Happening;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Posts one order until it is accepted or definitely refused. */
final class Ordering {
    /** Refusals that end when order-service has heard of the product or of its new price. */
    private static final Set<String> NOT_YET = Set.of("price-changed", "unknown-sku", "mixed-currencies");

    private static final String COUNTRY_IF_UNKNOWN = "GB";

    private final Shop shop;
    private final Books books;
    private final InvoiceWatch watch;
    private final Duration patience;

    /**
     * Creates the placing of orders.
     *
     * @param patience how long order-service may take to hear of a new product or price
     */
    Ordering(Shop shop, Books books, InvoiceWatch watch, Duration patience) {
        this.shop = shop;
        this.books = books;
        this.watch = watch;
        this.patience = patience;
    }

    /** The order, or nothing when it failed, which is in the books then. */
    CompletableFuture<Optional<PlacedOrder>> order(Basket basket) {
        return attempt(basket, new Backoff(patience))
                .thenApply(answer -> accepted(basket, answer))
                .exceptionally(failure -> refused(basket, String.valueOf(failure.getMessage())));
    }

    private CompletableFuture<Answer> attempt(Basket basket, Backoff backoff) {
        var order = NewOrder.of(basket, Countries.code(basket.country()).orElse(COUNTRY_IF_UNKNOWN));
        return shop.placeOrder(basket.customer(), order, key(basket)).thenCompose(answer -> {
            var wait = NOT_YET.contains(answer.code()) ? backoff.next() : Optional.<Duration>empty();
            if (wait.isEmpty()) {
                return CompletableFuture.completedFuture(answer);
            }
            books.retries().add(answer.code());
            return Wire.pause(wait.get()).thenCompose(elapsed -> attempt(basket, backoff));
        });
    }

    /** Made from the invoice number alone: whatever file it comes from, an invoice is ordered once. */
    private static String key(Basket basket) {
        return "replay-" + URLEncoder.encode(basket.reference(), StandardCharsets.US_ASCII);
    }

    private Optional<PlacedOrder> accepted(Basket basket, Answer answer) {
        if (!answer.ok()) {
            return refused(basket, answer.code());
        }
        var order = new PlacedOrder(
                basket.reference(),
                answer.body().path("id").asText(),
                basket.customer(),
                Json.money(answer.body().path("total")));
        books.placed(order);
        if (!order.total().equals(basket.total())) {
            books.failed(basket.reference(), "total is %s, not %s".formatted(order.total(), basket.total()));
        }
        measure(order, answer);
        return Optional.of(order);
    }

    private void measure(PlacedOrder order, Answer answer) {
        if (answer.replayed()) {
            books.count(Happening.ALREADY_PLACED);
        } else {
            books.posted(answer.tookNanos());
            watch.offer(order.id(), answer.sentAt());
        }
    }

    private Optional<PlacedOrder> refused(Basket basket, String reason) {
        books.failed(basket.reference(), reason);
        return Optional.empty();
    }
}
