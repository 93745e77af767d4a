package io.duplex.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.embedded.TestTopics;
import io.duplex.notification.RunningNotificationService;
import io.duplex.notification.Town;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningNotificationService
class DeliveryComponentTest {
    private final Town town = new Town();

    @BeforeEach
    void healProviders() {
        Town.faults("{}");
    }

    @AfterEach
    void close() {
        Town.faults("{}");
        town.close();
    }

    @Test
    void sendsOneEmailAndOneTextWithStableKeys() {
        town.movesIn("en", true, true);

        town.topics.send("orders", town.confirmed());

        await().untilAsserted(() -> assertThat(statuses()).containsExactlyInAnyOrder("EMAIL SENT", "SMS SENT"));
        assertThat(town.emails()).singleElement().satisfies(mail -> {
            assertThat(mail.path("subject").asText()).isEqualTo("Your order " + town.order + " is confirmed");
            assertThat(mail.path("text").asText()).contains("EUR 99.80");
            assertThat(mail.path("html").asText()).contains("<b>EUR 99.80</b>");
            assertThat(mail.path("messageId").asText()).contains(id("EMAIL"));
        });
        assertThat(town.texts()).singleElement().satisfies(sms -> assertThat(
                        sms.path("idempotencyKey").asText())
                .isEqualTo(id("SMS")));
    }

    @Test
    void tellsWhatWasSentWithoutPersonalData() {
        town.movesIn("en", true, false);
        var cause = town.confirmed();

        town.topics.send("orders", cause);

        await().untilAsserted(() -> assertThat(town.told("NotificationSent")).hasSize(1));
        var told = town.told("NotificationSent").get(0);
        assertThat(told.value()).contains("\"channel\":\"EMAIL\"", "\"template\":\"order-confirmed\"");
        assertThat(told.value()).doesNotContain("@").doesNotContain("+49");
        assertThat(TestTopics.header(told, "ce_correlationid")).isEqualTo(Optional.of(town.order.toString()));
        assertThat(TestTopics.header(told, "ce_causationid"))
                .isEqualTo(Optional.of(cause.id().toString()));
    }

    @Test
    void aFactDeliveredTwiceIsToldOnce() {
        town.movesIn("en", true, true);
        var fact = town.confirmed();

        town.topics.send("orders", fact);
        await().untilAsserted(() -> assertThat(statuses()).containsExactlyInAnyOrder("EMAIL SENT", "SMS SENT"));
        Town.sql("DELETE FROM inbox WHERE event_id = '" + fact.id() + "'");
        town.topics.send("orders", fact);

        await().untilAsserted(
                        () -> assertThat(Town.ask("SELECT count(*) FROM inbox WHERE event_id = '" + fact.id() + "'"))
                                .isEqualTo("1"));
        assertThat(town.notifications()).hasSize(2);
        assertThat(town.emails()).hasSize(1);
        assertThat(town.texts()).hasSize(1);
    }

    @Test
    void aFailingTextNeverResendsTheEmail() {
        town.movesIn("en", true, true);
        Town.faults("{\"sms\":{\"failureRate\":1,\"mode\":\"error\"}}");

        town.topics.send("orders", town.confirmed());

        await().untilAsserted(() -> assertThat(statuses()).containsExactlyInAnyOrder("EMAIL SENT", "SMS DEAD"));
        assertThat(town.emails()).hasSize(1);
        assertThat(outcomes("SMS")).containsExactly("FAILED", "FAILED", "FAILED", "FAILED");
        await().untilAsserted(() -> assertThat(town.told("NotificationFailed")).hasSize(4));
        assertThat(town.told("NotificationFailed").stream()
                        .map(told -> told.value().contains("\"willRetry\":true")))
                .containsExactly(true, true, true, false);
    }

    @Test
    void aProviderThatComesBackGetsEveryMessageUnderItsKey() {
        town.movesIn("en", true, true);
        Town.faults("{\"email\":{\"mode\":\"error\"},\"sms\":{\"mode\":\"reset\"}}");
        town.topics.send("orders", town.confirmed());
        await().untilAsserted(() -> assertThat(outcomes("EMAIL")).contains("FAILED"));
        await().untilAsserted(() -> assertThat(outcomes("SMS")).contains("FAILED"));

        Town.faults("{}");

        await().untilAsserted(() -> assertThat(statuses()).containsExactlyInAnyOrder("EMAIL SENT", "SMS SENT"));
        assertThat(outcomes("EMAIL")).endsWith("SENT");
        assertThat(town.emails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.path("messageId").asText()).contains(id("EMAIL")));
        assertThat(town.texts()).singleElement().satisfies(sms -> assertThat(
                        sms.path("idempotencyKey").asText())
                .isEqualTo(id("SMS")));
    }

    @Test
    void aMailServerThatHangsIsGivenUpAndHoldsUpNoText() {
        town.movesIn("en", true, true);
        Town.faults("{\"email\":{\"mode\":\"hang\"}}");

        town.topics.send("orders", town.confirmed());

        await().untilAsserted(() -> assertThat(town.texts()).hasSize(1));
        await().untilAsserted(() -> assertThat(outcomes("EMAIL")).contains("FAILED"));
        Town.faults("{}");
        await().untilAsserted(() -> assertThat(statuses()).containsExactlyInAnyOrder("EMAIL SENT", "SMS SENT"));
    }

    @Test
    void aClaimWhoseProcessDiedIsSentAgainUnderTheSameKey() {
        town.movesIn("en", false, true);
        town.topics.send("orders", town.confirmed());
        await().untilAsserted(() -> assertThat(town.status("SMS")).isEqualTo("SENT"));

        Town.sql("UPDATE attempt SET outcome = 'STARTED', took_ms = NULL WHERE notification_id = '" + id("SMS") + "'");
        Town.sql("UPDATE notification SET status = 'SENDING', due_at = clock_timestamp() + interval '1 s' WHERE id = '"
                + id("SMS") + "'");

        await().untilAsserted(() -> assertThat(town.texts()).hasSize(2));
        await().untilAsserted(() -> assertThat(town.status("SMS")).isEqualTo("SENT"));
        assertThat(town.texts())
                .extracting(sms -> sms.path("idempotencyKey").asText())
                .containsOnly(id("SMS"));
        assertThat(outcomes("SMS")).containsExactly("STARTED", "SENT");
    }

    @Test
    void aClaimIsLeftAloneUntilItsLeaseEnds() {
        town.movesIn("en", false, true);
        Town.faults("{\"sms\":{\"latencyMs\":800}}");
        town.topics.send("orders", town.confirmed());

        await().untilAsserted(() -> assertThat(town.status("SMS")).isEqualTo("SENDING"));
        await().untilAsserted(() -> assertThat(town.status("SMS")).isEqualTo("SENT"));

        assertThat(town.texts()).hasSize(1);
        assertThat(outcomes("SMS")).containsExactly("SENT");
    }

    @Test
    void manyMessagesAreAllDeliveredOnce() {
        town.movesIn("en", true, true);

        IntStream.range(0, 100).forEach(i -> town.topics.send("orders", town.confirmed()));

        await().untilAsserted(() -> assertThat(town.texts()).hasSize(100));
        await().untilAsserted(() -> assertThat(town.emails()).hasSize(100));
        assertThat(town.texts().stream().map(sms -> sms.path("idempotencyKey").asText()))
                .doesNotHaveDuplicates();
    }

    private List<String> statuses() {
        return town.notifications().stream()
                .map(notification -> notification.path("channel").asText() + " "
                        + notification.path("status").asText())
                .toList();
    }

    private String id(String channel) {
        return town.notification(channel).path("id").asText();
    }

    private List<String> outcomes(String channel) {
        return town.notification(channel).path("attempts").findValuesAsText("outcome");
    }
}
