package io.duplex.inventory;

import static io.duplex.inventory.Warehouse.available;
import static io.duplex.inventory.Warehouse.awaitReservation;
import static io.duplex.inventory.Warehouse.move;
import static io.duplex.inventory.Warehouse.orderCreated;
import static io.duplex.inventory.Warehouse.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.duplex.embedded.DuplexTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInventoryService
class OutageComponentTest {
    private final Warehouse warehouse = new Warehouse();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void catchesUpAfterTheDatabaseWasGone() throws IOException {
        var sku = warehouse.product(10);
        var order = UUID.randomUUID();
        DuplexTestResource.postgres().stop();
        try {
            warehouse.hears(orderCreated(order, Map.of(sku, 4)));
            var started = System.nanoTime();
            staff().get("/v1/stock/" + sku)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("service-unavailable"));
            move(sku, "RECEIPT", 1).then().statusCode(503);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(8));
        } finally {
            DuplexTestResource.postgres().start();
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> staff().get("/v1/stock/" + sku).statusCode(), status -> status == 200);
        awaitReservation(order, "ACTIVE");
        assertThat(available(sku)).isEqualTo(6);
        warehouse.awaitFacts("reservations", "StockReserved", order.toString(), 1);
    }

    @Test
    void answersAndTellsLaterWhileTheBrokerIsGone() throws IOException {
        var sku = warehouse.product(10);
        DuplexTestResource.kafka().stop();
        try {
            move(sku, "RECEIPT", 5).then().statusCode(201);
            assertThat(available(sku)).isEqualTo(15);
        } finally {
            DuplexTestResource.kafka().start();
        }

        var told = warehouse.awaitFacts("stock", "StockLevelChanged", sku, 3).get(2);
        assertThat(JsonPath.from(told.value()).getLong("available")).isEqualTo(15);
        var order = UUID.randomUUID();
        warehouse.hears(orderCreated(order, Map.of(sku, 4)));
        awaitReservation(order, "ACTIVE");
    }
}
