package io.duplex.order.timeline;

import static io.duplex.order.Shop.customer;
import static io.duplex.order.Shop.order;
import static io.duplex.order.Shop.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.chassis.inbox.Inbox;
import io.duplex.embedded.DuplexTestResource;
import io.duplex.order.EventStream;
import io.duplex.order.RunningOrderService;
import io.duplex.order.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.ChannelRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningOrderService
class FollowOrderComponentTest {
    private static final Duration PING_AND_A_LITTLE = Duration.ofSeconds(20);

    private final Shop shop = new Shop();
    private String id;

    @Inject
    ChannelRegistry channels;

    @Inject
    Inbox inbox;

    @BeforeEach
    void placeAnOrder() {
        id = place(order(shop.sells("49.90", 100), 2)).path("id");
    }

    @AfterEach
    void closeShop() {
        channels.getPausable("timeline").resume();
        shop.close();
    }

    @Test
    void tellsWhatHasHappenedAndThenWhatHappensAtOnce() {
        try (var listener = EventStream.ofOrder(id, null)) {
            listener.awaitTypes("RequestAccepted", "OrderCreated");
            var before = Instant.now();

            customer().post("/v1/orders/" + id + "/cancel").then().statusCode(200);

            listener.awaitTypes("RequestAccepted", "OrderCreated", "RequestAccepted", "OrderCancelled");
            assertThat(Duration.between(before, Instant.now()))
                    .as("sooner than anybody would look without being told")
                    .isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void goesOnWhereItWasCut() {
        List<String> ids;
        try (var listener = EventStream.ofOrder(id, null)) {
            listener.awaitTypes("RequestAccepted", "OrderCreated");
            ids = listener.ids();
        }
        shop.tellOf(id, "invoices", "InvoiceIssued", "{\"orderId\":\"%s\"}".formatted(id), null);
        shop.tellOf(id, "invoices", "InvoicePaid", "{\"orderId\":\"%s\"}".formatted(id), null);

        try (var listener = EventStream.ofOrder(id, ids.get(0))) {
            listener.awaitTypes("OrderCreated", "InvoiceIssued", "InvoicePaid");
        }
        try (var listener = EventStream.ofOrder(id, ids.get(1))) {
            listener.awaitTypes("InvoiceIssued", "InvoicePaid");
        }
    }

    @Test
    void losesNothingThatIsCommittedLate() throws Exception {
        try (var listener = EventStream.ofOrder(id, null);
                var slow = DuplexTestResource.postgres().connect("orders")) {
            listener.awaitTypes("RequestAccepted", "OrderCreated");
            slow.setAutoCommit(false);
            slow.createStatement()
                    .execute("INSERT INTO timeline_fact (order_id, event_id, at, source, type, summary) VALUES ('" + id
                            + "', 'late', now(), 'test', 'Late', 'Late')");
            shop.tellOf(id, "invoices", "InvoiceIssued", "{\"orderId\":\"%s\"}".formatted(id), null);
            await().until(() -> timeline(id).contains("InvoiceIssued"));

            slow.commit();

            listener.awaitTypes("RequestAccepted", "OrderCreated", "Late", "InvoiceIssued");
        }
    }

    @Test
    void saysThatItIsAliveAndEndsAWhileAfterTheOrder() {
        try (var listener = EventStream.ofOrder(id, null)) {
            await().atMost(PING_AND_A_LITTLE)
                    .until(() -> listener.lines().stream()
                                    .filter(line -> line.startsWith(": ping"))
                                    .count()
                            >= 2);
            customer().post("/v1/orders/" + id + "/cancel").then().statusCode(200);
            await().until(() -> listener.types().contains("OrderCancelled"));
            shop.tellOf(id, "reservations", "StockReleased", "{\"orderId\":\"%s\",\"lines\":[]}".formatted(id), null);

            await().atMost(PING_AND_A_LITTLE).until(listener::hasEnded);

            assertThat(listener.types()).endsWith("StockReleased");
            assertThat(listener.lines()).contains("event:end");
        }
    }

    @Test
    void doesNotEndBeforeTheTimelineHasHeardOfTheEnd() {
        var forgotten = place(order(shop.sells("49.90", 100), 1)).<String>path("id");
        Shop.sql("UPDATE orders SET status = 'CANCELLED', updated_at = now() - interval '2 hours' WHERE id = '"
                + forgotten + "'");
        await().until(() -> timeline(id).contains("OrderCreated"));
        hearNothing();
        customer().post("/v1/orders/" + id + "/cancel").then().statusCode(200);

        try (var listener = EventStream.ofOrder(id, null);
                var other = EventStream.ofOrder(forgotten, null)) {
            await().atMost(PING_AND_A_LITTLE).until(other::hasEnded);
            assertThat(listener.hasEnded()).as("%s", listener.lines()).isFalse();
            channels.getPausable("timeline").resume();

            listener.awaitTypes("RequestAccepted", "OrderCreated", "RequestAccepted", "OrderCancelled");
        }
    }

    private void hearNothing() {
        channels.getPausable("timeline").pause();
        await().until(inbox::isAtRest);
    }

    private static String timeline(String order) {
        return customer().get("/v1/orders/" + order + "/timeline").asString();
    }

    @Test
    void holdsNoConnectionAndAsksNothingWhileNothingHappens() throws Exception {
        var listeners = IntStream.range(0, 100)
                .mapToObj(number -> EventStream.open("/v1/orders/" + id + "/events", "clerk-" + number))
                .toList();
        listeners.forEach(listener -> listener.awaitTypes("RequestAccepted", "OrderCreated"));
        var before = asked();

        shop.tellOf(id, "invoices", "InvoiceIssued", "{\"orderId\":\"%s\"}".formatted(id), null);
        listeners.forEach(listener -> listener.awaitTypes("RequestAccepted", "OrderCreated", "InvoiceIssued"));

        assertThat(asked() - before).as("statements for all listeners").isBetween(1L, 20L);
        listeners.forEach(EventStream::close);
    }

    @Test
    void isRefusedLikeEverythingElse() {
        customer()
                .accept("text/event-stream")
                .get("/v1/orders/" + UUID.randomUUID() + "/events")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("order-not-found"));
        customer()
                .accept("text/event-stream")
                .header("Last-Event-ID", "yesterday")
                .get("/v1/orders/" + id + "/events")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
        customer()
                .accept("application/json")
                .get("/v1/orders/" + id + "/events")
                .then()
                .statusCode(406);
    }

    private static long asked() throws Exception {
        try (var connection = DuplexTestResource.postgres().connect("postgres");
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements WHERE query LIKE '%JOIN timeline_fact AS fact%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
