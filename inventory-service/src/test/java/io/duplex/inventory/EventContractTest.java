package io.duplex.inventory;

import static io.duplex.inventory.Warehouse.awaitReservation;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.orderCreated;
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

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            published.requirePromised(warehouse.facts("stock", sku));
            published.requirePromised(warehouse.facts("reservations", reserved.toString()));
            published.requirePromised(warehouse.facts("reservations", rejected.toString()));
            assertThat(published.missing()).isEmpty();
        });
    }
}
