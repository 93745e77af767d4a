package io.duplex.inventory.shipment;

import static io.duplex.inventory.Warehouse.as;
import static io.duplex.inventory.Warehouse.awaitEmptyOutbox;
import static io.duplex.inventory.Warehouse.awaitReservation;
import static io.duplex.inventory.Warehouse.awaitShipment;
import static io.duplex.inventory.Warehouse.dispatch;
import static io.duplex.inventory.Warehouse.number;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.orderConfirmed;
import static io.duplex.inventory.Warehouse.orderCreated;
import static io.duplex.inventory.Warehouse.orderExpired;
import static io.duplex.inventory.Warehouse.shipment;
import static io.duplex.inventory.Warehouse.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.embedded.TestTopics;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@RunningInventoryService
class ShipmentComponentTest {
    private final Warehouse warehouse = new Warehouse();
    private final UUID order = UUID.randomUUID();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void readiesTheGoodsOfAConfirmedOrder() {
        warehouse.hears(orderCreated(order, Map.of(warehouse.product(10), 4)));
        var confirmed = orderConfirmed(order);
        warehouse.hears(confirmed);

        var fact = warehouse
                .awaitFacts("shipments", "ShipmentReady", order.toString(), 1)
                .get(0);
        var id = JsonPath.from(fact.value()).getString("shipmentId");
        assertThat(TestTopics.header(fact, "ce_causationid"))
                .contains(confirmed.id().toString());
        assertThat(TestTopics.header(fact, "ce_subject")).contains(id);
        var shown = shipment(id);
        shown.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("READY"))
                .body("orderId", equalTo(order.toString()));
        assertThat(shown.<String>path("trackingNumber")).matches("DX[0-9]{11}");
        staff().header("If-None-Match", "\"1\"")
                .get("/v1/shipments/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void readiesAnOrderOnceHoweverOftenItIsConfirmed() {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);
        warehouse.hears(orderConfirmed(order));
        warehouse.hears(orderConfirmed(order));
        warehouse.hears(orderCancelled(order));

        awaitShipment(id, "CANCELLED");

        awaitEmptyOutbox();
        assertThat(warehouse.facts("shipments", order.toString())).hasSize(1);
        assertThat(number("SELECT count(*) FROM shipment WHERE order_id = ?", order))
                .isEqualTo(1);
    }

    @Test
    void keepsAConfirmationWithoutReservationForAnAdmin() {
        warehouse.hears(orderConfirmed(order));

        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> number("SELECT count(*) FROM dead_letter WHERE key = ?", order.toString()),
                        letters -> letters == 1);
        assertThat(number("SELECT count(*) FROM shipment WHERE order_id = ?", order))
                .isZero();
    }

    @Test
    void cancelsAReadyShipmentWithItsOrder() {
        var sku = warehouse.product(10);
        var id = warehouse.shipmentOf(order, sku, 4);

        warehouse.hears(orderCancelled(order));

        awaitShipment(id, "CANCELLED");
        assertThat(Warehouse.available(sku)).isEqualTo(10);
        dispatch(id)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("currentStatus", equalTo("CANCELLED"))
                .body("allowed", equalTo(List.of()));
    }

    @Test
    void cancelsAReadyShipmentWhenItsOrderHasExpired() {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);

        warehouse.hears(orderExpired(order));

        awaitShipment(id, "CANCELLED");
    }

    @Test
    void leavesADispatchedShipmentOnItsWay() {
        var sku = warehouse.product(10);
        var id = warehouse.shipmentOf(order, sku, 4);
        dispatch(id).then().statusCode(200);

        warehouse.hears(orderCancelled(order));
        var later = UUID.randomUUID();
        warehouse.hears(new TestTopics.Sent(
                UUID.randomUUID(),
                "duplex.OrderCreated.v1",
                order.toString(),
                1,
                orderCreated(later, Map.of(sku, 1)).json()));
        awaitReservation(later, "ACTIVE");

        assertThat(shipment(id).<String>path("status")).isEqualTo("DISPATCHED");
        assertThat(Warehouse.stock(sku).getLong("onHand")).isEqualTo(6);
    }

    @Test
    void deliversWhatWasDispatchedOnce() {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);
        deliver(id, 409)
                .body("code", equalTo("illegal-transition"))
                .body("currentStatus", equalTo("READY"))
                .body("allowed", equalTo(List.of("LABEL", "DISPATCH")));
        dispatch(id).then().statusCode(200);

        deliver(id, 200).header("ETag", "\"4\"").body("status", equalTo("DELIVERED"));
        deliver(id, 200).header("ETag", "\"4\"").body("status", equalTo("DELIVERED"));

        var fact = warehouse
                .awaitFacts("shipments", "ShipmentDelivered", order.toString(), 1)
                .get(0);
        assertThat(JsonPath.from(fact.value()).getString("trackingNumber"))
                .isEqualTo(shipment(id).path("trackingNumber"));
        awaitEmptyOutbox();
        assertThat(warehouse.facts("shipments", order.toString())).hasSize(3);
    }

    @Test
    void listsTheNewestFirstByOrderAndStatus() {
        var sku = warehouse.product(10);
        var first = warehouse.shipmentOf(order, sku, 1);
        var second = warehouse.shipmentOf(UUID.randomUUID(), sku, 1);

        var newest = staff().get("/v1/shipments?status=READY&limit=1");

        assertThat(newest.jsonPath().<String>getList("items.id")).containsExactly(second);
        assertThat(newest.header("Link")).contains("rel=\"next\"", "status=READY");
        String next = newest.path("page.next");
        assertThat(staff().get("/v1/shipments?status=READY&limit=1&after=" + next)
                        .<List<String>>path("items.id"))
                .containsExactly(first);
        assertThat(staff().get("/v1/shipments?status=CANCELLED&orderId=" + order)
                        .<List<String>>path("items.id"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"orderId=x", "status=LOST", "limit=0", "limit=201", "after=!"})
    void refusesWhatIsNoParameter(String query) {
        staff().get("/v1/shipments?" + query).then().statusCode(400).body("code", equalTo("invalid-parameter"));
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "GET, /label", "POST, /label", "POST, /dispatch", "POST, /deliver"})
    void knowsNoOtherShipments(String method, String below) {
        for (var unknown : List.of(UUID.randomUUID().toString(), "no-uuid")) {
            staff().accept("*/*")
                    .request(method, "/v1/shipments/" + unknown + below)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("shipment-not-found"));
        }
    }

    @ParameterizedTest
    @CsvSource({"POST, /label", "POST, /dispatch", "POST, /deliver"})
    void isChangedByStaffAlone(String method, String below) {
        var id = warehouse.shipmentOf(order, warehouse.product(10), 4);

        as("c-1", "customer")
                .request(method, "/v1/shipments/" + id + below)
                .then()
                .statusCode(403);
        as("order-service", "service")
                .request(method, "/v1/shipments/" + id + below)
                .then()
                .statusCode(403);

        shipment(id).then().header("ETag", "\"1\"");
    }

    private static ValidatableResponse deliver(String id, int status) {
        return staff().post("/v1/shipments/" + id + "/deliver").then().statusCode(status);
    }
}
