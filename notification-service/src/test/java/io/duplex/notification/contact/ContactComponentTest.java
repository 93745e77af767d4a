package io.duplex.notification.contact;

import static io.duplex.notification.Town.as;
import static io.duplex.notification.Town.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.notification.RunningNotificationService;
import io.duplex.notification.Town;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@RunningNotificationService
class ContactComponentTest {
    private final Town town = new Town();
    private final String path = "/v1/contacts/" + town.customer;

    @AfterEach
    void close() {
        Town.faults("{}");
        town.close();
    }

    @Test
    void isWhatTheCustomerSaysItIs() {
        town.movesIn("de", true, false);

        town.customer()
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("email", equalTo(town.email()))
                .body("phone", equalTo("+4930123456"))
                .body("locale", equalTo("de"))
                .body("preferences.email", equalTo(true))
                .body("preferences.sms", equalTo(false));
        town.customer().header("If-None-Match", "\"1\"").get(path).then().statusCode(304);
    }

    @Test
    void isReplacedOnlyInTheVersionThatWasRead() {
        town.movesIn("de", true, true);
        var other = "{\"email\":\"other@example.org\"}";

        staff().header("If-Match", "\"7\"").body(other).put(path).then().statusCode(412);
        staff().header("If-Match", "\"1\"")
                .body(other)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("email", equalTo("other@example.org"))
                .body("phone", equalTo(null))
                .body("locale", equalTo("en"));
    }

    @Test
    void ofAnotherCustomerIsAsUnknownAsNone() {
        town.movesIn("en", true, true);
        var stranger = as("c-stranger", "customer");

        var foreign = stranger.get(path).then().statusCode(404).extract().jsonPath();
        var unknown = staff().get("/v1/contacts/nobody")
                .then()
                .statusCode(404)
                .extract()
                .jsonPath();

        assertThat(foreign.getString("code"))
                .isEqualTo(unknown.getString("code"))
                .isEqualTo("contact-not-found");
        as("c-stranger", "customer")
                .body("{\"email\":\"a@b.de\"}")
                .put(path)
                .then()
                .statusCode(404);
        as("c-stranger", "customer").delete(path).then().statusCode(404);
        staff().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"email":"no address"}                         | 422 | #/email
                    {"phone":"030 123"}                            | 422 | #/phone
                    {"email":"a@b.de","locale":"fr"}               | 422 | #/locale
                    {"locale":"de"}                                | 422 | #/email
                    {"email":"a@b.de","nickname":"x"}              | 400 | #/nickname
                    {"email":"a@b.de","preferences":{"sms":"yes"}} | 400 | #/preferences/sms
                    """)
    void isRefusedWhenNobodyCouldBeReachedByIt(String body, int status, String pointer) {
        town.customer()
                .body(body)
                .put(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void erasedLeavesNoAddressAndNothingToSend() {
        town.movesIn("en", true, true);
        Town.faults("{\"sms\":{\"mode\":\"error\"}}");
        town.topics.send("orders", town.confirmed());
        await().untilAsserted(() -> assertThat(town.status("EMAIL")).isEqualTo("SENT"));
        await().untilAsserted(() -> assertThat(
                        town.notification("SMS").path("attempts").findValuesAsText("outcome"))
                .contains("FAILED"));

        town.customer().delete(path).then().statusCode(204);

        staff().get(path).then().statusCode(404);
        assertThat(town.notification("SMS").path("reason").asText("")).isIn("contact-erased", "");
        assertThat(town.notification("SMS").path("status").asText()).isIn("SKIPPED", "DEAD");
        assertThat(Town.ask("SELECT count(*) FROM notification n JOIN attempt a ON a.notification_id = n.id"
                        + " WHERE (n::text || a::text) LIKE '%" + town.email() + "%' OR n.address IS NOT NULL"
                        + " AND customer_id = '" + town.customer + "'"))
                .isEqualTo("0");
    }
}
