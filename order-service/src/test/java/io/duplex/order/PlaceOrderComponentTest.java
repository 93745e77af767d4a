package io.duplex.order;

import static io.duplex.order.Shop.customer;
import static io.duplex.order.Shop.order;
import static io.duplex.order.Shop.place;
import static io.duplex.order.Shop.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.duplex.embedded.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningOrderService
class PlaceOrderComponentTest {
    private final Shop shop = new Shop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void acceptsAtOnceWhatTheViewCanDecide() {
        var sku = shop.sells("49.90", 100);

        var answer = place(order(sku, 2));

        answer.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("status", equalTo("PENDING"))
                .body("availability", equalTo("CONFIRMED"))
                .body("customerId", equalTo(Shop.CUSTOMER))
                .body("lines[0].lineTotal.amount", equalTo("99.80"))
                .body("total.amount", equalTo("99.80"))
                .body("total.currency", equalTo("EUR"));
        assertThat(answer.header("Location")).isEqualTo("/v1/orders/" + answer.path("id"));
        assertThat(read(answer.path("id")).asString()).isEqualTo(answer.asString());
    }

    @Test
    void tellsOfTheOrderOnceAndWithoutPersonalData() {
        var sku = shop.sells("49.90", 100);
        String id = place(order(sku, 2)).path("id");

        await().untilAsserted(() -> assertThat(shop.topics.read("orders", "duplex.OrderCreated.v1", id))
                .hasSize(1));
        var event = shop.topics.read("orders", "duplex.OrderCreated.v1", id).get(0);
        assertThat(event.value()).contains(sku, "\"destinationCountry\":\"DE\"").doesNotContain("Buyer", "Main St");
        assertThat(TestTopics.header(event, "ce_source")).contains("/duplex/order-service");
        assertThat(TestTopics.header(event, "ce_correlationid")).contains(id);
        assertThat(TestTopics.header(event, "ce_sequence")).contains("00000000000000000001");
    }

    @Test
    void givesTheSameAnswerToTheSameKey() {
        var sku = shop.sells("49.90", 100);
        var key = UUID.randomUUID().toString();

        var first = place(key, order(sku, 2));
        var second = place("\"" + key + "\"", order(sku, 2));

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
        place(key, order(sku, 3)).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void needsAnIdempotencyKey() {
        customer()
                .body(order("CHAIR-OAK", 1))
                .post("/v1/orders")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency-key-required"))
                .body("traceId", notNullValue());
    }

    @Test
    void pointsAtEachBrokenRule() {
        place(
                        """
                        {"lines":[{"sku":"CHAIR-OAK","quantity":0},{"sku":"no spaces","quantity":1}]}""")
                .then()
                .statusCode(422)
                .body("code", equalTo("validation-failed"))
                .body("errors.pointer", hasItem("#/lines/0/quantity"))
                .body("errors.pointer", hasItem("#/lines/1/sku"))
                .body("errors.find { it.pointer == '#/shippingAddress' }.code", equalTo("required"));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        place("{\"lines\":[]").then().statusCode(400).body("code", equalTo("malformed-json"));
        place("{\"surprise\":1}").then().statusCode(400).body("errors[0].pointer", equalTo("#/surprise"));
        place(order("A", 1).replace(":1}", ":1.9}")).then().statusCode(400).body("code", equalTo("invalid-type"));
        place("").then().statusCode(400).body("code", equalTo("body-required"));
    }

    @Test
    void refusesAChangedPrice() {
        var sku = shop.sells("49.90", 100);
        var body = order(sku, 2).replace("}]", "}],\"expectedTotal\":{\"amount\":\"99.00\",\"currency\":\"EUR\"}");

        place(body)
                .then()
                .statusCode(409)
                .body("code", equalTo("price-changed"))
                .body("total.amount", equalTo("99.80"));
    }

    @Test
    void assumesStockOfKnownProductsWhenInventoryIsAway() {
        var sku = shop.sells("49.90", 100);

        place(order(sku, 95)).then().statusCode(201).body("availability", equalTo("ASSUMED"));
    }

    @Test
    void cannotSellUnknownProductsWhenInventoryIsAway() {
        place(order("NEVER-HEARD-OF", 1))
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("service-unavailable"));
    }

    @Test
    void hidesWhatBelongsToOthers() {
        String id = place(order(shop.sells("49.90", 100), 1)).path("id");

        var foreign = Shop.as("c-2002", "customer").get("/v1/orders/" + id);
        var unknown = Shop.as("c-2002", "customer").get("/v1/orders/" + UUID.randomUUID());

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat((String) foreign.path("code"))
                .isEqualTo(unknown.path("code"))
                .isEqualTo("order-not-found");
    }
}
