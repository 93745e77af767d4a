package io.duplex.order;

import static io.duplex.order.Shop.customer;
import static io.duplex.order.Shop.order;
import static io.duplex.order.Shop.place;
import static io.duplex.order.Shop.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.duplex.embedded.TestTopics;
import io.duplex.embedded.TestTopics.Sent;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningOrderService
class OrderLifeComponentTest {
    private final Shop shop = new Shop();
    private String id;

    @BeforeEach
    void placeAnOrder() {
        id = place(order(shop.sells("49.90", 100), 2)).path("id");
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void isConfirmedWhenItsStockIsReserved() {
        var reserved = reserved();
        shop.topics.send("reservations", reserved);

        becomes("CONFIRMED");
        var confirmed = told("OrderConfirmed");
        assertThat(TestTopics.header(confirmed.get(0), "ce_causationid"))
                .contains(reserved.id().toString());
        assertThat(TestTopics.header(confirmed.get(0), "ce_sequence")).contains("00000000000000000002");
    }

    @Test
    void isConfirmedOnceHoweverOftenItIsTold() {
        var reserved = reserved();
        shop.topics.send("reservations", reserved);
        shop.topics.send("reservations", reserved);
        shop.topics.send("reservations", reserved());
        becomes("CONFIRMED");

        customer().post("/v1/orders/" + id + "/cancel").then().statusCode(200);

        told("OrderCancelled");
        assertThat(told("OrderConfirmed")).hasSize(1);
        assertThat((int) read(id).path("version")).isEqualTo(3);
    }

    @Test
    void isRejectedWithItsShortagesWhenStockIsShort() {
        shop.topics.send(
                "reservations",
                Sent.of(
                        "duplex.StockRejected.v1",
                        id,
                        """
                {"orderId":"%s","shortages":[{"sku":"CHAIR-OAK","requested":2,"available":1}]}"""
                                .formatted(id)));

        becomes("REJECTED");
        read(id).then().body("reason", equalTo("insufficient-stock")).body("shortages[0].available", equalTo(1));
        assertThat(told("OrderRejected").get(0).value()).contains("\"available\":1");
    }

    @Test
    void canBeCancelledBeforeItsStockIsDecidedAndStaysCancelled() {
        customer()
                .body("{\"reason\":\"changed my mind\"}")
                .post("/v1/orders/" + id + "/cancel")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("CANCELLED"))
                .body("reason", equalTo("changed my mind"));

        shop.topics.send("reservations", reserved());
        var later = place(order(shop.sells("1.00", 100), 1)).<String>path("id");
        shop.topics.send("reservations", Sent.of("duplex.StockReserved.v1", later, "{\"orderId\":\"" + later + "\"}"));

        await().untilAsserted(() -> read(later).then().body("status", equalTo("CONFIRMED")));
        read(id).then().body("status", equalTo("CANCELLED")).body("version", equalTo(2));
        assertThat(told("OrderCancelled").get(0).value()).contains("\"previousStatus\":\"PENDING\"");
    }

    @Test
    void cannotBeCancelledTwice() {
        customer().post("/v1/orders/" + id + "/cancel").then().statusCode(200);

        customer()
                .post("/v1/orders/" + id + "/cancel")
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("currentStatus", equalTo("CANCELLED"))
                .body("allowed", empty());
    }

    @Test
    void isCancelledOnlyInTheVersionThatTheCallerHasSeen() {
        customer()
                .header("If-Match", "\"7\"")
                .post("/v1/orders/" + id + "/cancel")
                .then()
                .statusCode(412);
        customer()
                .header("If-Match", "\"1\"")
                .post("/v1/orders/" + id + "/cancel")
                .then()
                .statusCode(200);
    }

    @Test
    void cannotBeCancelledByOthers() {
        Shop.as("c-2002", "customer")
                .post("/v1/orders/" + id + "/cancel")
                .then()
                .statusCode(404)
                .body("code", equalTo("order-not-found"));
    }

    @Test
    void isNotSentAgainToWhoHasItsVersion() {
        customer()
                .header("If-None-Match", "\"1\"")
                .get("/v1/orders/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void isListedNewestFirstPageByPage() {
        var buyer = "c-" + id;
        var staff = "{\"customerId\":\"" + buyer + "\","
                + order(shop.sells("5.00", 100), 1).substring(1);
        for (var number = 1; number <= 3; number++) {
            Shop.as("clerk", "staff")
                    .header("Idempotency-Key", buyer + number)
                    .body(staff)
                    .post("/v1/orders")
                    .then()
                    .statusCode(201);
        }

        var first = Shop.as(buyer, "customer").get("/v1/orders?limit=2");
        first.then().statusCode(200).body("items", hasSize(2));
        var second = Shop.as(buyer, "customer").get("/v1/orders?limit=2&after=" + first.path("page.next"));
        second.then().body("items", hasSize(1)).body("page.next", equalTo(null));
        assertThat(first.header("Link")).contains("rel=\"next\"");
        assertThat(first.<List<String>>path("items.createdAt")).isSortedAccordingTo((a, b) -> b.compareTo(a));
        Shop.as(buyer, "customer").get("/v1/orders?limit=0").then().statusCode(400);
    }

    private Sent reserved() {
        return Sent.of("duplex.StockReserved.v1", id, "{\"orderId\":\"" + id + "\",\"lines\":[]}");
    }

    private void becomes(String status) {
        await().untilAsserted(() -> read(id).then().body("status", equalTo(status)));
    }

    private List<ConsumerRecord<String, String>> told(String fact) {
        return await().until(() -> shop.topics.read("orders", "duplex." + fact + ".v1", id), found -> !found.isEmpty());
    }
}
