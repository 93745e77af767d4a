package io.duplex.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.e2e.load.Wire;
import io.duplex.e2e.load.Wire.Answer;
import io.duplex.e2e.load.Wire.Caller;
import io.duplex.e2e.suite.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/** Some orders, each of which is dispatched at the instant at which its rival strikes. */
final class Race {
    private static final int STOCK = 1_000_000;
    private static final int PIECES = 2;
    private static final int PLACED_AT_ONCE = 20;
    private static final int AT_ONCE = 8;
    private static final int LATEST_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Caller CUSTOMER = Caller.customer("c-race");
    private static final Map<String, String> ADDRESS =
            Map.of("name", "A. Buyer", "street", "Main St 1", "postalCode", "10115", "city", "Berlin", "country", "DE");

    private final RunningSuite suite;
    private final Wire wire;
    private final Rival rival;
    private final int count;
    private final int kills;
    private final SplittableRandom chance;
    private final String sku = "RACE-" + UUID.randomUUID();
    private final Map<String, Integer> cancellations = new ConcurrentHashMap<>();
    private final Map<String, Integer> dispatches = new ConcurrentHashMap<>();

    /** @param kills how often the rival's victim dies, about */
    Race(RunningSuite suite, Rival rival, int count, int kills, long seed) {
        this.suite = suite;
        this.wire = new Wire(suite::baseUrl);
        this.rival = rival;
        this.count = count;
        this.kills = kills;
        this.chance = new SplittableRandom(seed);
    }

    void run() {
        sell();
        var orders = place();
        var shipments = patiently().until(this::shipments, found -> found.size() == count);
        race(orders, shipments);
        settle(shipments);

        var ends = ends();
        assertThat(ends.values()).containsOnly(rival.end, "SHIPPED").contains(rival.end, "SHIPPED");
        orders.forEach(order -> requireOneStory(order, ends));
        requireStock(ends);
        requireARace(orders);
    }

    private void sell() {
        var product = Map.of(
                "sku",
                sku,
                "name",
                "Thing",
                "unitPrice",
                Map.of("amount", "3.50", "currency", "EUR"),
                "taxCategory",
                "STANDARD",
                "lowThreshold",
                0,
                "initialStock",
                STOCK);
        wire.require(Caller.STAFF, "POST", suite.baseUrl() + "/v1/products", sku, product);
    }

    private List<String> place() {
        var orders = new ArrayList<String>();
        while (orders.size() < count) {
            var keys = Stream.generate(() -> UUID.randomUUID().toString())
                    .limit(Math.min(PLACED_AT_ONCE, count - orders.size()))
                    .toList();
            patiently()
                    .until(() -> place(keys), placed -> placed.stream().allMatch(Answer::isOk))
                    .forEach(placed -> orders.add(placed.body().path("id").asText()));
        }
        return orders;
    }

    private List<Answer> place(List<String> keys) {
        var order = Map.of("lines", List.of(Map.of("sku", sku, "quantity", PIECES)), "shippingAddress", ADDRESS);
        var sent = keys.stream()
                .map(key -> wire.send(CUSTOMER, "POST", suite.baseUrl() + "/v1/orders", key, order))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    /** One of a pair leaves at once and the other at the same instant or a moment later, as chance decides. */
    private void race(List<String> orders, Map<String, String> shipments) {
        var free = new Semaphore(AT_ONCE);
        var answers = new ArrayList<CompletableFuture<?>>();
        for (var order : orders) {
            awaitVictim(shipments.get(order), order);
            free.acquireUninterruptibly();
            answers.add(pair(() -> strike(order), () -> dispatch(order, shipments))
                    .whenComplete((done, failure) -> free.release()));
            killSometimes();
        }
        answers.forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> pair(
            Supplier<CompletableFuture<Void>> strike, Supplier<CompletableFuture<Void>> dispatch) {
        var strikesFirst = chance.nextBoolean();
        var first = (strikesFirst ? strike : dispatch).get();
        var second = strikesFirst ? dispatch : strike;
        return CompletableFuture.allOf(
                first, after(chance.nextInt(LATEST_MILLIS)).thenCompose(now -> second.get()));
    }

    private static CompletableFuture<Void> after(int millis) {
        return CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    private CompletableFuture<Void> strike(String order) {
        if (rival == Rival.EXPIRY) {
            suite.databases()
                    .execute(
                            "inventory",
                            "UPDATE reservation SET expires_at = now() WHERE expires_at IS NOT NULL AND order_id = '"
                                    + order + "'");
            return CompletableFuture.completedFuture(null);
        }
        var url = suite.baseUrl() + "/v1/orders/" + order + "/cancel";
        return noted(wire.send(CUSTOMER, "POST", url, null, null), order, cancellations);
    }

    private CompletableFuture<Void> dispatch(String order, Map<String, String> shipments) {
        var url = suite.baseUrl() + "/v1/shipments/" + shipments.get(order) + "/dispatch";
        return noted(wire.send(Caller.STAFF, "POST", url, null, null), order, dispatches);
    }

    /** The status of an answer, 0 when there was none. */
    private static CompletableFuture<Void> noted(
            CompletableFuture<Answer> answer, String order, Map<String, Integer> statuses) {
        return answer.handle((found, failure) -> failure == null ? found.status() : 0)
                .thenAccept(status -> statuses.put(order, status));
    }

    /** Through the gateway, which may take it for dead a little longer. */
    private void awaitVictim(@Nullable String shipment, String order) {
        if (rival.victim != null) {
            awaitAnswer("/v1/shipments/" + shipment);
            awaitAnswer("/v1/orders/" + order);
        }
    }

    private void awaitAnswer(String path) {
        patiently()
                .ignoreExceptions()
                .until(
                        () -> wire.send(Caller.STAFF, "GET", suite.baseUrl() + path, null, null)
                                .join(),
                        Answer::isOk);
    }

    /** Within the time that the pairs under way take. */
    private void killSometimes() {
        var victim = rival.victim;
        if (victim != null && chance.nextInt(count) < kills) {
            after(chance.nextInt(LATEST_MILLIS)).join();
            suite.processes().kill(victim);
        }
    }

    /** Whoever got no answer asks again, as a clerk would, until each order has ended. */
    private void settle(Map<String, String> shipments) {
        patiently().pollInterval(Duration.ofSeconds(1)).until(() -> {
            var open = ends().entrySet().stream()
                    .filter(order -> order.getValue().equals("CONFIRMED"))
                    .map(Map.Entry::getKey)
                    .toList();
            open.forEach(order -> dispatch(order, shipments).join());
            return open.isEmpty() && unsettled() == 0;
        });
    }

    /** A refused shipment is CANCELLED at once; the stock of its order comes back when inventory-service hears of it. */
    private long unsettled() {
        return suite.databases()
                .count(
                        "inventory",
                        """
                        SELECT count(*) FROM shipment JOIN reservation USING (order_id)
                         WHERE shipment.status NOT IN ('DISPATCHED', 'CANCELLED') OR reservation.status = 'ACTIVE'""");
    }

    private void requireOneStory(String order, Map<String, String> ends) {
        var isShipped = "SHIPPED".equals(ends.get(order));
        assertThat(stock(order))
                .as("reservation, shipment and ledger of the %s order %s", ends.get(order), order)
                .containsExactly(
                        isShipped
                                ? "COMMITTED DISPATCHED ALLOCATION SALE"
                                : rival.reservation + " CANCELLED ALLOCATION RELEASE");
        assertThat(isShipped && cancellations.getOrDefault(order, 0) == 200)
                .as("%s was cancelled with 200, and shipped", order)
                .isFalse();
        assertThat(!isShipped && dispatches.getOrDefault(order, 0) == 200)
                .as("%s was dispatched with 200, and not shipped", order)
                .isFalse();
    }

    private List<String> stock(String order) {
        return suite.databases()
                .rows(
                        "inventory",
                        """
                        SELECT reservation.status || ' ' || shipment.status || ' ' || string_agg(type, ' ' ORDER BY position)
                          FROM reservation JOIN shipment USING (order_id)
                          JOIN stock_movement ON reference = order_id::text
                         WHERE order_id = '%s' GROUP BY reservation.status, shipment.status"""
                                .formatted(order));
    }

    private void requireStock(Map<String, String> ends) {
        var shipped = ends.values().stream().filter("SHIPPED"::equals).count();
        assertThat(suite.databases()
                        .rows("inventory", "SELECT on_hand, reserved FROM stock_level WHERE sku = '" + sku + "'"))
                .containsExactly(STOCK - PIECES * shipped + " 0");
    }

    /** What was answered by nobody was no race. */
    private void requireARace(List<String> orders) {
        assertThat(orders)
                .filteredOn(order -> isDefinite(dispatches.get(order))
                        && (rival == Rival.EXPIRY || isDefinite(cancellations.get(order))))
                .as("orders of which both were answered")
                .hasSizeGreaterThan(count / 2);
    }

    /** Looks at once, without the tenth of a second that Awaitility would let pass before. */
    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollDelay(Duration.ZERO);
    }

    private static boolean isDefinite(@Nullable Integer status) {
        return status != null && (status == 200 || status == 409);
    }

    private Map<String, String> ends() {
        return suite.databases()
                .pairs(
                        "orders",
                        "SELECT id, status FROM orders JOIN order_line ON order_id = id WHERE sku = '" + sku + "'");
    }

    private Map<String, String> shipments() {
        return suite.databases()
                .pairs(
                        "inventory",
                        "SELECT order_id, shipment.id FROM shipment JOIN reservation_line USING (order_id) WHERE sku = '"
                                + sku + "'");
    }
}
