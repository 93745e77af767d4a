package io.duplex.notification.alert;

import static io.duplex.notification.Town.as;
import static io.duplex.notification.Town.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.embedded.TestTopics.Sent;
import io.duplex.notification.RunningNotificationService;
import io.duplex.notification.Town;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningNotificationService
class AlertComponentTest {
    private static final String PATH = "/v1/alert-recipients";
    private final Town town = new Town();
    private final String sku = "SKU-" + UUID.randomUUID();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void oneEpisodeIsOneEmailToEachRecipient() {
        var buyer = "buyer-" + sku.toLowerCase(java.util.Locale.ROOT) + "@example.org";
        staff().body("{\"recipients\":[{\"channel\":\"EMAIL\",\"address\":\"%s\"}]}".formatted(buyer))
                .put(PATH)
                .then()
                .statusCode(200)
                .body("recipients[0].address", equalTo(buyer));
        var low = Sent.of(
                "duplex.InventoryLow.v1",
                sku,
                """
                {"sku":"%s","name":"Oak chair","available":4,"lowThreshold":5,"clearThreshold":6,"episode":1}"""
                        .formatted(sku));

        town.topics.send("stock", low);
        town.topics.send("stock", low);

        await().untilAsserted(() -> assertThat(town.topics.read("notifications", "duplex.NotificationSent.v1", sku))
                .hasSize(1));
        assertThat(Town.inbox("emails", mail -> mail.path("to").asText().contains(buyer)))
                .singleElement()
                .satisfies(mail -> assertThat(mail.path("subject").asText()).isEqualTo("Low stock: " + sku));
    }

    @Test
    void addressesFitTheirChannel() {
        staff().body("{\"recipients\":[{\"channel\":\"SMS\",\"address\":\"a@b.de\"}]}")
                .put(PATH)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("#/recipients/0/address"));
        staff().body("{\"recipients\":[{\"channel\":\"PIGEON\",\"address\":\"a@b.de\"}]}")
                .put(PATH)
                .then()
                .statusCode(400);
        staff().body("{}").put(PATH).then().statusCode(422);
    }

    @Test
    void areStaffsBusiness() {
        as("c-1", "customer").get(PATH).then().statusCode(403);
        as("c-1", "customer").body("{\"recipients\":[]}").put(PATH).then().statusCode(403);
    }
}
