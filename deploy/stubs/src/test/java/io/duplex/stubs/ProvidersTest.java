package io.duplex.stubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersTest {
    private static final String SMS = "{\"to\":\"+4930123456\",\"text\":\"Your order is confirmed\"}";

    @RegisterExtension
    final RunningStubs stubs = new RunningStubs();

    @Test
    void answersARepeatedSmsTheSameAndShowsEachCall() {
        String first = sms("\"k-1\"").then().statusCode(202).extract().path("id");
        String again = sms("k-1").then().statusCode(202).extract().path("id");
        String other = sms("k-2").then().statusCode(202).extract().path("id");
        assertThat(again).isEqualTo(first).isNotEqualTo(other);
        assertThat(stubs.inbox("sms")).hasSize(3).first().satisfies(item -> {
            assertThat(item)
                    .containsOnlyKeys("at", "to", "text", "idempotencyKey")
                    .containsEntry("to", "+4930123456")
                    .containsEntry("text", "Your order is confirmed")
                    .containsEntry("idempotencyKey", "k-1");
            assertThat(item.get("at")).asString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\":\"030 123\",\"text\":\"x\"}",
                "{\"to\":\"+4930123456\"}",
                "{\"to\":\"+4930123456\",\"text\":\"x\",\"from\":\"y\"}"
            })
    void refusesABadSms(String body) {
        stubs.http()
                .header("Idempotency-Key", "k")
                .body(body)
                .post("/sms/messages")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        assertThat(stubs.inbox("sms")).isEmpty();
    }

    @Test
    void refusesAnSmsWithoutAKey() {
        stubs.http()
                .body(SMS)
                .post("/sms/messages")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-required"));
    }

    @Test
    void recordsAnAccountingDocumentOnce() {
        String first = document("d-1").then().statusCode(201).extract().path("id");
        String again = document("d-1").then().statusCode(201).extract().path("id");
        assertThat(again).isEqualTo(first);
        assertThat(stubs.inbox("accounting")).singleElement().satisfies(item -> assertThat(item)
                .containsEntry("idempotencyKey", "d-1")
                .containsEntry("document", Map.of("number", "INV-2026-000001")));
    }

    @Test
    void keepsAWebhookAsItCame() {
        String body = "{\"type\": \"InvoiceIssued\"  }";
        stubs.http()
                .header("Webhook-Id", "msg_1")
                .body(body)
                .post("/stub/webhooks")
                .then()
                .statusCode(204);
        Map<String, Object> item = stubs.inbox("webhooks").get(0);
        assertThat(item).containsOnlyKeys("at", "headers", "body").containsEntry("body", body);
        assertThat(item.get("headers")).asString().contains("webhook-id=msg_1");
    }

    @Test
    void listsNewestLastAndForgetsOnDelete() {
        sms("first");
        sms("second");
        assertThat(stubs.inbox("sms"))
                .extracting(item -> item.get("idempotencyKey"))
                .containsExactly("first", "second");
        stubs.http().delete("/stub/sms").then().statusCode(204);
        assertThat(stubs.inbox("sms")).isEmpty();
    }

    private Response sms(String key) {
        return stubs.http().header("Idempotency-Key", key).body(SMS).post("/sms/messages");
    }

    private Response document(String key) {
        return stubs.http()
                .header("Idempotency-Key", key)
                .body("{\"number\":\"INV-2026-000001\"}")
                .post("/accounting/documents");
    }
}
