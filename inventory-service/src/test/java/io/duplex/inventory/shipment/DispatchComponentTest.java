package io.duplex.inventory.shipment;

import static io.duplex.inventory.Warehouse.awaitEmptyOutbox;
import static io.duplex.inventory.Warehouse.awaitReservation;
import static io.duplex.inventory.Warehouse.awaitShipment;
import static io.duplex.inventory.Warehouse.change;
import static io.duplex.inventory.Warehouse.dispatch;
import static io.duplex.inventory.Warehouse.ledger;
import static io.duplex.inventory.Warehouse.number;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.orderConfirmed;
import static io.duplex.inventory.Warehouse.orderCreated;
import static io.duplex.inventory.Warehouse.orderShipped;
import static io.duplex.inventory.Warehouse.reservation;
import static io.duplex.inventory.Warehouse.shipment;
import static io.duplex.inventory.Warehouse.staff;
import static io.duplex.inventory.Warehouse.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.duplex.embedded.TestTopics;
import io.duplex.inventory.OrderDesk;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RunningInventoryService
class DispatchComponentTest {
    private final Warehouse warehouse = new Warehouse();
    private final UUID order = UUID.randomUUID();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void sellsTheStockWhenOrderServiceAgrees() {
        var sku = warehouse.product(10);
        var id = warehouse.shipmentOf(order, sku, 4);

        var answer = dispatch(id);

        answer.then().statusCode(200).header("ETag", "\"3\"").body("status", equalTo("DISPATCHED"));
        assertThat(stock(sku).getLong("onHand")).isEqualTo(6);
        assertThat(stock(sku).getLong("reserved")).isZero();
        assertThat(reservation(order).<String>path("status")).isEqualTo("COMMITTED");
        var sale = staff().get("/v1/stock/" + sku + "/movements").jsonPath();
        assertThat(sale.getList("items.type")).containsExactly("SALE", "ALLOCATION", "RECEIPT");
        assertThat(sale.getInt("items[0].quantity")).isEqualTo(-4);
        assertThat(sale.getInt("items[0].balanceAfter")).isEqualTo(6);
        assertThat(sale.getString("items[0].actor")).isEqualTo("clerk-1");
        assertThat(sale.getString("items[0].reference")).isEqualTo(order.toString());
        var fact = warehouse
                .awaitFacts("shipments", "ShipmentDispatched", order.toString(), 1)
                .get(0);
        assertThat(JsonPath.from(fact.value()).getString("shipmentId")).isEqualTo(id);
        assertThat(JsonPath.from(fact.value()).getString("trackingNumber")).isEqualTo(answer.path("trackingNumber"));
    }

    @Test
    void asksInItsOwnNameForTheClerk() {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);

        dispatch(id).then().statusCode(200);

        assertThat(OrderDesk.asked(order))
                .containsExactly(
                        "POST ship by service-under-test[\"service\"] for clerk-1: {\"shipmentId\":\"" + id + "\"}");
    }

    @Test
    void answersTheSameAgain() {
        var sku = warehouse.product(10);
        var id = warehouse.shipmentOf(order, sku, 4);
        var first = dispatch(id);

        var second = dispatch(id);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(OrderDesk.asked(order)).hasSize(1);
        requireOneSale(sku);
    }

    @Test
    void sellsOnceAmongManyClerks() {
        var sku = warehouse.product(10);
        var id = warehouse.shipmentOf(order, sku, 4);

        var statuses = IntStream.range(0, 16)
                .parallel()
                .mapToObj(clerk -> dispatch(id).statusCode())
                .toList();

        assertThat(statuses).containsOnly(200);
        requireOneSale(sku);
    }

    @Test
    void isCancelledByADefiniteNo() {
        var sku = warehouse.product(10);
        var id = warehouse.shipmentOf(order, sku, 4);
        OrderDesk.answers(order, "409");

        dispatch(id).then().statusCode(409).body("currentStatus", equalTo("CANCELLED"));

        assertThat(shipment(id).<String>path("status")).isEqualTo("CANCELLED");
        assertThat(stock(sku).getLong("onHand")).isEqualTo(10);
        warehouse.hears(orderCancelled(order));
        awaitReservation(order, "RELEASED");
        assertThat(ledger(sku)).containsExactly("RELEASE", "ALLOCATION", "RECEIPT");
        awaitEmptyOutbox();
        assertThat(warehouse.facts("shipments", "ShipmentDispatched", order.toString()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "503", "404", "401", OrderDesk.HANG})
    void settlesByItselfWhenThereWasNoDefiniteAnswer(String mood) {
        var sku = warehouse.product(10);
        var id = warehouse.shipmentOf(order, sku, 4);
        OrderDesk.answers(order, mood);

        dispatch(id)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("service-unavailable"));

        assertThat(shipment(id).<String>path("status")).isEqualTo("DISPATCHING");
        assertThat(reservation(order).<String>path("status")).isEqualTo("ACTIVE");
        OrderDesk.answers(order, "200");
        awaitShipment(id, "DISPATCHED");
        assertThat(OrderDesk.asked(order)).allMatch(asked -> asked.contains("for clerk-1"));
        requireOneSale(sku);
    }

    @Test
    void isCancelledByALaterNo() {
        var sku = warehouse.product(10);
        var id = warehouse.shipmentOf(order, sku, 4);
        OrderDesk.answers(order, "503");
        dispatch(id).then().statusCode(503);
        warehouse.hears(orderCancelled(order));

        OrderDesk.answers(order, "409");

        awaitShipment(id, "CANCELLED");
        awaitReservation(order, "RELEASED");
        assertThat(stock(sku).getLong("available")).isEqualTo(10);
    }

    @Test
    void completesWhenItHearsThatTheOrderIsShipped() {
        var sku = warehouse.product(10);
        var id = warehouse.shipmentOf(order, sku, 4);
        OrderDesk.answers(order, OrderDesk.HANG);
        dispatch(id).then().statusCode(503);
        var shipped = orderShipped(order, id);

        warehouse.hears(shipped);
        warehouse.hears(shipped);

        awaitShipment(id, "DISPATCHED");
        var fact = warehouse
                .awaitFacts("shipments", "ShipmentDispatched", order.toString(), 1)
                .get(0);
        assertThat(TestTopics.header(fact, "ce_causationid"))
                .contains(shipped.id().toString());
        requireOneSale(sku);
    }

    @Test
    void hearsThatTheOrderIsShippedWithoutEffectOnceItIsComplete() {
        var sku = warehouse.product(10);
        var id = warehouse.shipmentOf(order, sku, 4);
        dispatch(id).then().statusCode(200);

        warehouse.hears(orderShipped(order, id));
        warehouse.hears(orderShipped(order, UUID.randomUUID().toString()));
        var next = UUID.randomUUID();
        warehouse.hears(new TestTopics.Sent(
                UUID.randomUUID(),
                "duplex.OrderCreated.v1",
                order.toString(),
                1,
                Warehouse.orderCreated(next, Map.of(sku, 1)).json()));
        awaitReservation(next, "ACTIVE");

        shipment(id).then().header("ETag", "\"3\"");
        assertThat(ledger(sku)).containsExactly("ALLOCATION", "SALE", "ALLOCATION", "RECEIPT");
    }

    @Test
    void healsWhatACrashHasLeftBehind() {
        var sku = warehouse.product(10);
        var id = warehouse.shipmentOf(order, sku, 4);

        change(
                """
                UPDATE shipment SET status = 'DISPATCHING', dispatched_by = 'clerk-2', ask_again_at = now()
                 WHERE order_id = ?""",
                order);

        awaitShipment(id, "DISPATCHED");
        assertThat(OrderDesk.asked(order)).singleElement().asString().contains("for clerk-2");
        requireOneSale(sku);
    }

    /** One round a second, of 16, would take a quarter of a minute. */
    @Test
    void settlesAtOnceHoweverManyAnOutageHasLeftBehind() {
        var sku = warehouse.product(1_000);
        var orders = Stream.generate(UUID::randomUUID).limit(240).toList();
        orders.forEach(one -> warehouse.hears(orderCreated(one, Map.of(sku, 1))));
        orders.forEach(one -> warehouse.hears(orderConfirmed(one)));
        var shipments =
                "SELECT count(*) FROM shipment JOIN reservation_line USING (order_id) WHERE sku = ? AND status = ?";
        await().atMost(Duration.ofSeconds(30)).until(() -> number(shipments, sku, "READY"), ready -> ready == 240);

        change(
                """
                UPDATE shipment SET status = 'DISPATCHING', dispatched_by = 'clerk-2', ask_again_at = now()
                 WHERE order_id IN (SELECT order_id FROM reservation_line WHERE sku = ?)""",
                sku);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> number(shipments, sku, "DISPATCHED"), dispatched -> dispatched == 240);
        assertThat(stock(sku).getLong("onHand")).isEqualTo(760);
        assertThat(OrderDesk.asked(orders.get(0))).hasSize(1);
    }

    @Test
    void tellsWhichRequestHasLedToADispatchThatSettlesLater() {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);
        OrderDesk.answers(order, "503");
        staff().header("X-Request-Id", "the-clerks-own")
                .post("/v1/shipments/" + id + "/dispatch")
                .then()
                .statusCode(503);
        await().until(() -> OrderDesk.asked(order).size(), asked -> asked > 1);

        OrderDesk.answers(order, "200");

        var fact = warehouse
                .awaitFacts("shipments", "ShipmentDispatched", order.toString(), 1)
                .get(0);
        assertThat(TestTopics.header(fact, "ce_causationid")).contains("the-clerks-own");
        assertThat(OrderDesk.requests(order)).containsOnly("the-clerks-own");
    }

    @Test
    void asksForAClerkWhoseNameNoHeaderCarries() {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);

        change(
                """
                UPDATE shipment SET status = 'DISPATCHING', dispatched_by = 'Łucja ' || repeat('x', 300),
                                    ask_again_at = now()
                 WHERE order_id = ?""",
                order);

        awaitShipment(id, "DISPATCHED");
        assertThat(OrderDesk.asked(order)).singleElement().asString().contains(" for ?ucja " + "x".repeat(249) + ": ");
    }

    @Test
    void showsForHowLongTheOldestHasBeenWaiting() {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);
        OrderDesk.answers(order, "404");
        dispatch(id).then().statusCode(503);
        change("UPDATE shipment SET updated_at = now() - interval '1 hour' WHERE order_id = ?", order);

        await().until(DispatchComponentTest::oldestSeconds, seconds -> seconds >= 3_600);

        OrderDesk.answers(order, "200");
        awaitShipment(id, "DISPATCHED");
        await().until(DispatchComponentTest::oldestSeconds, seconds -> seconds < 3_600);
    }

    private static double oldestSeconds() {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("duplex_shipments_dispatching_oldest_seconds"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** A token that is refused is fetched anew. */
    @Test
    void outlivesATokenThatIsNeverAnsweredFor() {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);
        var before = OrderDesk.asked(OrderDesk.TOKENS).size();
        OrderDesk.answers(order, "401");
        OrderDesk.answers(OrderDesk.TOKENS, OrderDesk.HANG);
        dispatch(id).then().statusCode(503);
        await().until(() -> OrderDesk.asked(OrderDesk.TOKENS).size(), asked -> asked > before);

        OrderDesk.answers(order, "200");
        OrderDesk.answers(OrderDesk.TOKENS, "200");

        awaitShipment(id, "DISPATCHED");
    }

    @Test
    void doesNotBeginWithoutReservedStock() {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);
        change("UPDATE reservation SET expires_at = now() WHERE order_id = ?", order);
        awaitReservation(order, "EXPIRED");

        dispatch(id).then().statusCode(409).body("code", equalTo("reservation-not-active"));

        assertThat(shipment(id).<String>path("status")).isEqualTo("READY");
        assertThat(OrderDesk.asked(order)).isEmpty();
    }

    private void requireOneSale(String sku) {
        assertThat(ledger(sku)).containsExactly("SALE", "ALLOCATION", "RECEIPT");
        warehouse.awaitFacts("shipments", "ShipmentDispatched", order.toString(), 1);
        awaitEmptyOutbox();
        assertThat(warehouse.facts("shipments", "ShipmentDispatched", order.toString()))
                .hasSize(1);
    }
}
