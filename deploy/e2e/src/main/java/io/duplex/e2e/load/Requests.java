package io.duplex.e2e.load;

import io.duplex.e2e.load.PlacedOrder.Outcome;
import io.duplex.e2e.load.Wire.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The requests of customers and staff; each notes in the order what was answered, and never fails itself. */
final class Requests {
    private static final Map<String, String> ADDRESS =
            Map.of("name", "A. Buyer", "street", "Main St 1", "postalCode", "10115", "city", "Berlin", "country", "DE");

    private final Wire wire;
    private final String url;

    Requests(Wire wire, String url) {
        this.wire = wire;
        this.url = url;
    }

    /** Places an order, for the first time or again. */
    CompletableFuture<PlacedOrder> place(PlacedOrder order) {
        List<Map<String, Object>> lines = order.basket().entrySet().stream()
                .map(line -> Map.<String, Object>of("sku", line.getKey(), "quantity", line.getValue()))
                .toList();
        Object body = Map.of("lines", lines, "shippingAddress", ADDRESS, "reference", order.key());
        var sent = System.nanoTime();
        return wire.send(Caller.customer(order.customer()), "POST", url + "/v1/orders", order.key(), body)
                .handle((answer, failure) -> {
                    if (failure == null && !inProgress(answer)) {
                        var took = Duration.ofNanos(System.nanoTime() - sent);
                        order.placed(answer.status(), answer.body().path("id").asText(), took);
                    }
                    return order;
                });
    }

    private static boolean inProgress(Wire.Answer answer) {
        return answer.body().path("code").asText().equals("request-in-progress");
    }

    /** Cancels an order, for the first time or again; one that is found cancelled after an unknown answer was it. */
    CompletableFuture<PlacedOrder> cancel(PlacedOrder order) {
        var again = order.cancellation() == Outcome.UNKNOWN;
        order.cancelling();
        return wire.send(
                        Caller.customer(order.customer()),
                        "POST",
                        url + "/v1/orders/" + order.id() + "/cancel",
                        null,
                        Map.of("reason", "changed my mind"))
                .handle((answer, failure) -> {
                    if (failure == null) {
                        var done = again
                                && answer.body().path("currentStatus").asText().equals("CANCELLED");
                        order.cancelled(done ? 200 : answer.status());
                    }
                    return order;
                });
    }

    /** A clerk dispatches an order's shipment, if there is one yet, and says that it has arrived. */
    CompletableFuture<Boolean> ship(PlacedOrder order) {
        return wire.send(Caller.STAFF, "GET", url + "/v1/shipments?orderId=" + order.id(), null, null)
                .thenCompose(found ->
                        tend(found.body().path("items").path(0).path("id").asText()))
                .exceptionally(noAnswer -> false);
    }

    private CompletableFuture<Boolean> tend(String shipment) {
        var path = url + "/v1/shipments/" + shipment;
        return shipment.isEmpty()
                ? CompletableFuture.completedFuture(false)
                : wire.send(Caller.STAFF, "POST", path + "/dispatch", null, null)
                        .thenCompose(left -> wire.send(Caller.STAFF, "POST", path + "/deliver", null, null))
                        .thenApply(Wire.Answer::isOk);
    }

    /** Goods come in. */
    CompletableFuture<Boolean> restock(String sku) {
        return wire.send(
                        Caller.STAFF,
                        "POST",
                        url + "/v1/stock/" + sku + "/movements",
                        UUID.randomUUID().toString(),
                        Map.of("type", "RECEIPT", "quantity", 25))
                .handle((answer, failure) -> failure == null && answer.isOk());
    }
}
