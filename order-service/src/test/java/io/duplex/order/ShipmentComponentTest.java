package io.duplex.order;

import static io.duplex.order.Shop.as;
import static io.duplex.order.Shop.customer;
import static io.duplex.order.Shop.order;
import static io.duplex.order.Shop.place;
import static io.duplex.order.Shop.read;
import static io.duplex.order.Shop.ship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.TestTopics.Sent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningOrderService
class ShipmentComponentTest {
    private final Shop shop = new Shop();
    private final UUID shipment = UUID.randomUUID();
    private String sku;
    private String id;

    @BeforeEach
    void placeAnOrder() {
        sku = shop.sells("49.90", 100_000);
        id = place(order(sku, 2)).path("id");
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void letsAConfirmedOrderLeaveAndSaysByWhichShipment() throws Exception {
        confirm(id);

        ship(id, shipment)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("status", equalTo("SHIPPED"))
                .body("shipmentId", equalTo(shipment.toString()));

        await().untilAsserted(() -> assertThat(shop.topics.read("orders", "duplex.OrderShipped.v1", id))
                .singleElement()
                .satisfies(event -> assertThat(event.value()).contains("\"shipmentId\":\"" + shipment + "\"")));
        assertThat(shippedBy(id)).isEqualTo("clerk-7");
    }

    @Test
    void isAnsweredTheSameForTheSameShipmentAlsoWhenItHasArrived() {
        confirm(id);
        var first = ship(id, shipment);

        assertThat(ship(id, shipment).asString()).isEqualTo(first.asString());
        shop.delivers(id);
        becomes("COMPLETED");

        ship(id, shipment).then().statusCode(200).body("status", equalTo("COMPLETED"));
        assertThat(shop.topics.read("orders", "duplex.OrderShipped.v1", id)).hasSize(1);
    }

    @Test
    void isRefusedToAnotherShipment() {
        confirm(id);
        ship(id, shipment).then().statusCode(200);

        ship(id, UUID.randomUUID())
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("currentStatus", equalTo("SHIPPED"))
                .body("allowed", contains("COMPLETE"));
    }

    @Test
    void isRefusedBeforeTheStockIsReserved() {
        ship(id, shipment).then().statusCode(409).body("currentStatus", equalTo("PENDING"));
    }

    @Test
    void isForServicesAlone() {
        as("clerk-7", "staff", "admin")
                .body("{\"shipmentId\":\"" + shipment + "\"}")
                .post("/v1/orders/" + id + "/ship")
                .then()
                .statusCode(403);
    }

    @Test
    void eitherShipsOrCancelsWhenBothAreAskedAtOnce() throws Exception {
        var executor = Executors.newFixedThreadPool(2);
        for (var round = 0; round < 20; round++) {
            String contested = place(order(sku, 1)).path("id");
            confirm(contested);
            var answers = executor.invokeAll(List.<Callable<Response>>of(
                    () -> ship(contested, shipment), () -> customer().post("/v1/orders/" + contested + "/cancel")));

            assertThat(List.of(
                            answers.get(0).get().statusCode(),
                            answers.get(1).get().statusCode()))
                    .containsExactlyInAnyOrder(200, 409);
            read(contested)
                    .then()
                    .body("status", equalTo(answers.get(0).get().statusCode() == 200 ? "SHIPPED" : "CANCELLED"));
        }
        executor.shutdown();
    }

    @Test
    void isCompletedWhenItHasArrived() {
        confirm(id);
        ship(id, shipment);

        shop.delivers(id);

        becomes("COMPLETED");
    }

    @Test
    void aDeliveryOfWhatWasNeverShippedIsKeptForSomebodyToLookAt() {
        confirm(id);

        shop.delivers(id);

        await().untilAsserted(() -> assertThat(as("op-1", "admin")
                        .get("/v1/dead-letters?consumer=order.shipments&limit=200")
                        .jsonPath()
                        .getList("items.reason"))
                .contains("order " + id + " is still CONFIRMED: too early to COMPLETE"));
    }

    @Test
    void expiresWithItsReservationAndSaysSo() {
        confirm(id);

        shop.topics.send(
                "reservations",
                Sent.of("duplex.ReservationExpired.v1", id, "{\"orderId\":\"%s\",\"lines\":[]}".formatted(id)));

        becomes("EXPIRED");
        read(id).then().body("reason", equalTo("reservation-expired"));
        ship(id, shipment).then().statusCode(409).body("currentStatus", equalTo("EXPIRED"));
    }

    private void confirm(String order) {
        shop.topics.send(
                "reservations",
                Sent.of("duplex.StockReserved.v1", order, "{\"orderId\":\"%s\",\"lines\":[]}".formatted(order)));
        await().untilAsserted(() -> read(order).then().body("status", equalTo("CONFIRMED")));
    }

    private void becomes(String status) {
        await().untilAsserted(() -> read(id).then().body("status", equalTo(status)));
    }

    private static String shippedBy(String order) throws Exception {
        try (var connection = DuplexTestResource.postgres().connect("orders");
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT shipped_by FROM orders WHERE id = '" + order + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
