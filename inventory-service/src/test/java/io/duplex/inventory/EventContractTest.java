package io.duplex.inventory;

import static io.duplex.inventory.Warehouse.awaitReservation;
import static io.duplex.inventory.Warehouse.change;
import static io.duplex.inventory.Warehouse.dispatch;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.orderCreated;
import static io.duplex.inventory.Warehouse.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.contracts.events.PublishedEvents;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is really published, against the promised schemas, headers and topics. */
@QuarkusTest
@RunningInventoryService
class EventContractTest {
    private final PublishedEvents published = PublishedEvents.of(Path.of("."));
    private final Warehouse warehouse = new Warehouse();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void everyEventIsPublishedAsPromised() {
        var sku = warehouse.product(10, 5, 8);
        var reserved = UUID.randomUUID();
        var rejected = UUID.randomUUID();
        warehouse.hears(orderCreated(reserved, Map.of(sku, 6)));
        awaitReservation(reserved, "ACTIVE");
        warehouse.hears(orderCreated(rejected, Map.of(sku, 6)));
        awaitReservation(rejected, "REJECTED");
        warehouse.hears(orderCancelled(reserved));
        awaitReservation(reserved, "RELEASED");
        var shipped = UUID.randomUUID();
        var shipment = warehouse.shipmentOf(shipped, sku, 1);
        dispatch(shipment).then().statusCode(200);
        staff().post("/v1/shipments/" + shipment + "/deliver").then().statusCode(200);
        var expired = UUID.randomUUID();
        warehouse.hears(orderCreated(expired, Map.of(sku, 1)));
        awaitReservation(expired, "ACTIVE");
        change("UPDATE reservation SET expires_at = now() WHERE order_id = ?", expired);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            published.requirePromised(warehouse.facts("stock", sku));
            published.requirePromised(warehouse.facts("reservations", reserved.toString()));
            published.requirePromised(warehouse.facts("reservations", rejected.toString()));
            published.requirePromised(warehouse.facts("reservations", expired.toString()));
            published.requirePromised(warehouse.facts("shipments", shipped.toString()));
            assertThat(published.missing()).isEmpty();
        });
    }
}
