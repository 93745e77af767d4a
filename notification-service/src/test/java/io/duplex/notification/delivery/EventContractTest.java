package io.duplex.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.contracts.events.PublishedEvents;
import io.duplex.notification.RunningNotificationService;
import io.duplex.notification.Town;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is really published, against the promised schemas, headers and topics. */
@QuarkusTest
@RunningNotificationService
class EventContractTest {
    private final PublishedEvents published = PublishedEvents.of(Path.of("."));
    private final Town town = new Town();

    @AfterEach
    void close() {
        Town.faults("{}");
        town.close();
    }

    @Test
    void everyEventIsPublishedAsPromised() {
        town.movesIn("en", true, true);
        Town.faults("{\"sms\":{\"failureRate\":1,\"mode\":\"error\"}}");

        town.topics.send("orders", town.confirmed());

        await().untilAsserted(() -> assertThat(town.status("SMS")).isEqualTo("DEAD"));
        await().untilAsserted(() -> {
            published.requirePromised(town.topics.read(
                    "notifications", fact -> town.order.toString().equals(fact.key())));
            assertThat(published.missing()).isEmpty();
        });
    }

    @Test
    void whatStaffAreToldIsPublishedAsPromised() {
        var sku = "SKU-" + town.order;
        Town.staff()
                .body("{\"recipients\":[{\"channel\":\"EMAIL\",\"address\":\"%s\"}]}".formatted(town.email()))
                .put("/v1/alert-recipients")
                .then()
                .statusCode(200);

        town.topics.send("stock", Town.low(sku));

        await().untilAsserted(() -> {
            published.requirePromised(town.topics.read("notifications", fact -> sku.equals(fact.key())));
            assertThat(published.missing()).containsExactly("NotificationFailed.v1");
        });
    }
}
