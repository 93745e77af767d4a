package io.duplex.order;

import static io.duplex.order.Shop.order;
import static io.duplex.order.Shop.place;
import static io.duplex.order.Shop.read;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.duplex.embedded.DuplexTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningOrderService
class OutageComponentTest {
    private final Shop shop = new Shop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void acceptsOrdersWithoutTheBrokerAndTellsOfThemLater() throws Exception {
        var sku = shop.sells("49.90", 100);
        DuplexTestResource.kafka().stop();
        String id;
        try {
            id = place(order(sku, 1)).then().statusCode(201).extract().path("id");
            given().get("/q/health/ready").then().statusCode(200);
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            DuplexTestResource.kafka().start();
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(shop.topics.read("orders", "duplex.OrderCreated.v1", id))
                        .isNotEmpty());
    }

    @Test
    void saysInTimeThatTheDatabaseIsAwayAndRecovers() throws Exception {
        var sku = shop.sells("49.90", 100);
        var key = UUID.randomUUID().toString();
        DuplexTestResource.postgres().stop();
        try {
            var before = Instant.now();
            place(key, order(sku, 1))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("service-unavailable"));
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            DuplexTestResource.postgres().start();
        }

        var id = await().atMost(Duration.ofSeconds(30))
                .until(() -> place(key, order(sku, 1)), answer -> answer.statusCode() == 201)
                .<String>path("id");
        read(id).then().statusCode(200);
        await().untilAsserted(() -> assertThat(shop.topics.read("orders", "duplex.OrderCreated.v1", id))
                .hasSize(1));
    }
}
