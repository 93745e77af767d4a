package io.duplex.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.embedded.DuplexTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningNotificationService
class OutageComponentTest {
    private final Town town = new Town();

    @AfterEach
    void healTheWorld() throws IOException {
        if (!DuplexTestResource.postgres().isReady()) {
            DuplexTestResource.postgres().start();
        }
        if (!DuplexTestResource.kafka().isReady()) {
            DuplexTestResource.kafka().start();
        }
        Town.faults("{}");
        town.close();
    }

    @Test
    void withoutTheBrokerMessagesAreSentAndToldLater() throws IOException {
        town.movesIn("en", true, false);
        Town.faults("{\"email\":{\"mode\":\"error\"}}");
        town.topics.send("orders", town.confirmed());
        await().untilAsserted(() -> assertThat(
                        town.notification("EMAIL").path("attempts").findValuesAsText("outcome"))
                .contains("FAILED"));

        DuplexTestResource.kafka().stop();
        Town.faults("{}");
        await().untilAsserted(() -> assertThat(town.status("EMAIL")).isEqualTo("SENT"));
        DuplexTestResource.kafka().start();

        await().untilAsserted(() -> assertThat(town.told("NotificationSent")).hasSize(1));
    }

    @Test
    void afterTheDatabaseIsBackEveryFactIsTold() throws IOException {
        town.movesIn("en", true, true);

        DuplexTestResource.postgres().kill();
        town.topics.send("orders", town.confirmed());
        await().untilAsserted(() ->
                assertThat(Town.staff().get("/v1/notifications").statusCode()).isEqualTo(503));
        DuplexTestResource.postgres().start();

        await().ignoreExceptions().untilAsserted(() -> {
            assertThat(town.status("EMAIL")).isEqualTo("SENT");
            assertThat(town.status("SMS")).isEqualTo("SENT");
        });
        assertThat(town.emails()).hasSize(1);
        assertThat(town.texts()).hasSize(1);
    }
}
