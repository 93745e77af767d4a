package io.duplex.local.replay;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** The suite's REST API behind its gateway, as far as a replay needs it. */
final class Shop {
    private static final int UNAUTHORIZED = 401;

    private final URI url;
    private final Wire wire;
    private final Tokens tokens;

    Shop(URI url, Wire wire, Tokens tokens) {
        this.url = url;
        this.wire = wire;
        this.tokens = tokens;
    }

    CompletableFuture<Answer> product(String sku) {
        return send(Caller.STAFF, get("/v1/products/" + sku));
    }

    CompletableFuture<Answer> createProduct(NewProduct product, String key) {
        return send(Caller.STAFF, post("/v1/products", key, product));
    }

    /** Replaces the product as it was under the entity tag. */
    CompletableFuture<Answer> putProduct(String sku, String etag, Object terms) {
        return send(Caller.STAFF, with("PUT", "/v1/products/" + sku, terms).header("If-Match", etag));
    }

    CompletableFuture<Answer> receive(String sku, Receipt receipt, String key) {
        return send(Caller.STAFF, post("/v1/stock/" + sku + "/movements", key, receipt));
    }

    CompletableFuture<Answer> placeOrder(String customer, NewOrder order, String key) {
        return send(Caller.customer(customer), post("/v1/orders", key, order));
    }

    CompletableFuture<Answer> cancelOrder(PlacedOrder order, String reason) {
        return send(
                Caller.customer(order.customer()),
                with("POST", "/v1/orders/" + order.id() + "/cancel", new Cancellation(reason)));
    }

    CompletableFuture<Answer> order(String id) {
        return send(Caller.STAFF, get("/v1/orders/" + id));
    }

    /** A page of a customer's orders, newest first. */
    CompletableFuture<Answer> ordersOf(String customer, String after) {
        var query = "?limit=200&customerId=" + encoded(customer) + (after.isEmpty() ? "" : "&after=" + encoded(after));
        return send(Caller.STAFF, get("/v1/orders" + query));
    }

    CompletableFuture<Answer> invoicesOf(String orderId) {
        return send(Caller.STAFF, get("/v1/invoices?orderId=" + orderId));
    }

    private CompletableFuture<Answer> send(Caller caller, HttpRequest.Builder request) {
        return once(caller, request).thenCompose(answer -> {
            if (answer.status() != UNAUTHORIZED) {
                return CompletableFuture.completedFuture(answer);
            }
            tokens.forget(caller);
            return once(caller, request);
        });
    }

    private CompletableFuture<Answer> once(Caller caller, HttpRequest.Builder request) {
        return tokens.of(caller).thenCompose(token -> {
            if (!token.ok()) {
                return CompletableFuture.completedFuture(token);
            }
            var bearer = "Bearer " + token.body().path("access_token").asText();
            return wire.send(request.copy().header("Authorization", bearer).build());
        });
    }

    private HttpRequest.Builder get(String path) {
        return to(path).GET();
    }

    private HttpRequest.Builder post(String path, String key, Object body) {
        return with("POST", path, body).header("Idempotency-Key", '"' + key + '"');
    }

    private HttpRequest.Builder with(String method, String path, Object body) {
        return to(path).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(Json.text(body)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(Wire.TIMEOUT).header("Accept", "application/json");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Cancellation(String reason) {}
}
