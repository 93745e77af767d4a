package io.duplex.notification.api;

import static io.duplex.notification.Town.as;
import static io.duplex.notification.Town.items;
import static io.duplex.notification.Town.json;
import static io.duplex.notification.Town.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.notification.RunningNotificationService;
import io.duplex.notification.Town;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RunningNotificationService
class NotificationComponentTest {
    private final Town town = new Town();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void showsWhatWasSaidAndHowItWent() {
        town.movesIn("de", true, false);
        town.topics.send("orders", town.confirmed());
        await().untilAsserted(() -> assertThat(town.status("EMAIL")).isEqualTo("SENT"));

        town.customer()
                .get("/v1/notifications/"
                        + town.notification("EMAIL").path("id").asText())
                .then()
                .statusCode(200)
                .body("orderId", equalTo(town.order.toString()))
                .body("customerId", equalTo(town.customer))
                .body("template", equalTo("order-confirmed"))
                .body("recipient", equalTo(town.email()))
                .body("subject", equalTo("Ihre Bestellung " + town.order + " ist bestätigt"))
                .body("body", org.hamcrest.Matchers.containsString("99,80 EUR"))
                .body("attempts.size()", equalTo(1))
                .body("attempts[0].outcome", equalTo("SENT"));
    }

    @Test
    void saysWhyNothingIsSent() {
        town.movesIn("en", true, false);
        town.topics.send("orders", town.confirmed());

        await().untilAsserted(() -> assertThat(town.status("SMS")).isEqualTo("SKIPPED"));
        assertThat(town.notification("SMS").path("reason").asText()).isEqualTo("opted-out");
    }

    @Test
    void whoLeftNoContactIsSkipped() {
        town.topics.send("orders", town.confirmed());

        await().untilAsserted(() -> assertThat(town.notifications()).hasSize(2).allSatisfy(notification -> {
            assertThat(notification.path("status").asText()).isEqualTo("SKIPPED");
            assertThat(notification.path("reason").asText()).isEqualTo("no-contact");
        }));
    }

    @Test
    void anInvoiceIsEmailedEvenToWhoOptedOut() {
        town.movesIn("en", false, false);

        town.topics.send("invoices", town.invoiced());

        await().untilAsserted(() -> assertThat(town.status("EMAIL")).isEqualTo("SENT"));
        assertThat(town.notifications()).hasSize(1);
        assertThat(town.emails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.path("subject").asText()).isEqualTo("Invoice INV-2026-000001"));
    }

    @Test
    void pagesAreInOrderAndComplete() {
        for (var i = 0; i < 3; i++) {
            town.topics.send("orders", town.confirmed());
        }
        await().untilAsserted(() -> assertThat(town.notifications()).hasSize(6));

        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = json(town.customer().get("/v1/notifications?limit=4" + after));
            seen.addAll(page.path("items").findValuesAsText("id"));
            after = "&after=" + page.path("page").path("next").asText();
        } while (!after.equals("&after=null"));

        assertThat(seen).hasSize(6).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void filtersByStatusAndChannel() {
        town.movesIn("en", true, false);
        town.topics.send("orders", town.confirmed());
        await().untilAsserted(() -> assertThat(town.status("EMAIL")).isEqualTo("SENT"));

        var skipped = "/v1/notifications?status=SKIPPED&channel=SMS&customerId=" + town.customer;

        assertThat(items(staff().get(skipped))).hasSize(1);
        assertThat(items(staff().get(skipped.replace("SMS", "EMAIL")))).isEmpty();
    }

    @Test
    void anothersAreUnknown() {
        town.topics.send("orders", town.confirmed());
        await().untilAsserted(() -> assertThat(town.notifications()).hasSize(2));
        var id = town.notifications().get(0).path("id").asText();

        as("c-stranger", "customer").get("/v1/notifications/" + id).then().statusCode(404);
        as("c-stranger", "customer")
                .get("/v1/notifications/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("notification-not-found"));
        assertThat(items(as("c-stranger", "customer").get("/v1/notifications?customerId=" + town.customer)))
                .isEmpty();
        staff().get("/v1/notifications/no-uuid").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=abc", "after=%21", "orderId=x", "status=LOST"})
    void refusesParametersThatMeanNothing(String query) {
        staff().urlEncodingEnabled(false)
                .get("/v1/notifications?" + query)
                .then()
                .statusCode(400);
    }

    @Test
    void asksForAToken() {
        RestAssured.get("/v1/notifications").then().statusCode(401);
    }
}
