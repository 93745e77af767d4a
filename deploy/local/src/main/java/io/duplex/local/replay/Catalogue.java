package io.duplex.local.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duplex.local.replay.Books.Happening;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The products that the history needs: made sure of once, with their stock, and given the price of each order. */
final class Catalogue {
    /** Above what is needed, so that a finished replay does not leave every product sold out. */
    private static final int SPARE_PIECES = 10;

    /** Of changing a price that someone else changes, too. */
    private static final int MOST_TRIES = 5;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final String[] TERMS = {"name", "taxCategory", "active", "lowThreshold", "clearThreshold"};

    private final Shop shop;
    private final Books books;
    private final String run;
    private final Map<String, Money> prices = new ConcurrentHashMap<>();

    /**
     * Creates the view of a replay on the products.
     *
     * @param run what the idempotency keys of stock receipts are made from
     */
    Catalogue(Shop shop, Books books, String run) {
        this.shop = shop;
        this.books = books;
        this.run = run.substring(0, 16);
    }

    /** Creates the product if it is missing, and receives its stock. */
    CompletableFuture<Void> provide(Demand.Item item) {
        return shop.product(item.sku())
                .thenCompose(found -> found.status() == NOT_FOUND ? create(item) : done(found))
                .thenCompose(product -> product.ok() ? receive(item, product) : done(product))
                .thenApply(answer -> answer.ok() ? null : unprovided(item, answer.code()))
                .exceptionally(failure -> unprovided(item, String.valueOf(failure.getMessage())));
    }

    boolean has(Basket basket) {
        return basket.lines().stream().allMatch(line -> prices.containsKey(line.sku()));
    }

    boolean sellsAt(Basket.Line line) {
        return line.unitPrice().equals(prices.get(line.sku()));
    }

    /** Tries to give the products the prices of these lines; {@link #sellsAt} tells where it worked. */
    CompletableFuture<Void> reprice(List<Basket.Line> lines) {
        return CompletableFuture.allOf(
                lines.stream().map(line -> reprice(line, MOST_TRIES)).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Answer> create(Demand.Item item) {
        var product = new NewProduct(item.sku(), item.name(), item.unitPrice(), "STANDARD", 0);
        return shop.createProduct(product, "replay-product-" + run + '-' + item.sku())
                .thenCompose(answer -> {
                    if (answer.status() == CONFLICT) {
                        return shop.product(item.sku());
                    }
                    if (answer.ok()) {
                        books.count(Happening.PRODUCT_CREATED);
                    }
                    return done(answer);
                });
    }

    private CompletableFuture<Answer> receive(Demand.Item item, Answer product) {
        prices.put(item.sku(), Json.money(product.body().path("unitPrice")));
        var receipt = new Receipt("RECEIPT", item.pieces() + SPARE_PIECES, "replay", "replay-" + run);
        return shop.receive(item.sku(), receipt, "replay-stock-" + run + '-' + item.sku());
    }

    private CompletableFuture<Void> reprice(Basket.Line line, int tries) {
        return shop.product(line.sku())
                .thenCompose(product -> put(line, product))
                .thenCompose(answer -> {
                    if (answer.status() == PRECONDITION_FAILED && tries > 1) {
                        return reprice(line, tries - 1);
                    }
                    repriced(line, answer);
                    return CompletableFuture.completedFuture(null);
                });
    }

    private CompletableFuture<Answer> put(Basket.Line line, Answer product) {
        if (product.ok() && product.body() instanceof ObjectNode body) {
            var terms = body.retain(TERMS).set("unitPrice", Json.tree(line.unitPrice()));
            return shop.putProduct(line.sku(), product.header("ETag").orElse("*"), terms);
        }
        return done(product);
    }

    private void repriced(Basket.Line line, Answer answer) {
        if (answer.ok()) {
            prices.put(line.sku(), line.unitPrice());
            books.count(Happening.PRICE_CHANGED);
        } else {
            books.failed(line.sku(), "price: " + answer.code());
        }
    }

    private @Nullable Void unprovided(Demand.Item item, String reason) {
        prices.remove(item.sku());
        books.failed(item.sku(), "product: " + reason);
        return null;
    }

    private static CompletableFuture<Answer> done(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
