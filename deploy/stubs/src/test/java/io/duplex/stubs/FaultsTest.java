package io.duplex.stubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    @RegisterExtension
    final RunningStubs stubs = new RunningStubs();

    @Test
    void answersWithTheStatusAskedForAndRecordsNothing() {
        stubs.faults("{\"webhooks\":{\"status\":503,\"retryAfter\":7}}");
        webhook().then().statusCode(503).header("Retry-After", "7").contentType("application/problem+json");
        stubs.faults("{\"webhooks\":{\"status\":410}}");
        webhook().then().statusCode(410);
        assertThat(stubs.inbox("webhooks")).isEmpty();
    }

    @Test
    void redirects() {
        stubs.faults("{\"webhooks\":{\"status\":302}}");
        stubs.http()
                .redirects()
                .follow(false)
                .post("/stub/webhooks")
                .then()
                .statusCode(302)
                .header("Location", "/stub/moved");
    }

    @Test
    void leavesOtherChannelsAloneAndHealsWhenReplaced() {
        stubs.faults("{\"sms\":{\"mode\":\"error\"}}");
        webhook().then().statusCode(204);
        sms().then().statusCode(500);
        stubs.faults("{}");
        sms().then().statusCode(202);
    }

    @Test
    void hangsUntilTheCallerGivesUp() {
        stubs.faults("{\"accounting\":{\"mode\":\"hang\"}}");
        assertThatThrownBy(() -> post("/accounting/documents", Duration.ofSeconds(2)))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void closesTheConnectionWithoutAnAnswer() {
        stubs.faults("{\"accounting\":{\"mode\":\"reset\"}}");
        assertThatThrownBy(() -> post("/accounting/documents", Duration.ofSeconds(10)))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void isSlowButRight() {
        stubs.faults("{\"sms\":{\"latencyMs\":200}}");
        Response answer = sms();
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.time()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void failsTheSameCallsForTheSameSeed() {
        String faults = "{\"seed\":42,\"webhooks\":{\"failureRate\":0.5}}";
        stubs.faults(faults);
        List<Integer> first = statusesOfTwentyWebhooks();
        stubs.faults(faults);
        assertThat(statusesOfTwentyWebhooks()).isEqualTo(first).contains(204, 500);
    }

    @Test
    void tellsWhatIsSwitchedOn() {
        stubs.faults("{\"seed\":1,\"email\":{\"failureRate\":0.3,\"latencyMs\":200,\"mode\":\"reset\"}}");
        stubs.http()
                .get("/stub/faults")
                .then()
                .body("seed", equalTo(1))
                .body("email.mode", equalTo("reset"))
                .body("email.latencyMs", equalTo(200))
                .body("email.failureRate", equalTo(0.3f));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fax\":{}}",
                "{\"sms\":{\"failureRate\":1.1}}",
                "{\"sms\":{\"mode\":\"explode\"}}",
                "{\"sms\":{\"latencyMs\":-1}}",
                "{\"sms\":{\"status\":200}}",
                "{\"sms\":{\"rate\":1}}",
                "{\"sms\":true}"
            })
    void refusesBadFaultsAndKeepsTheOld(String body) {
        stubs.faults("{\"sms\":{\"status\":429}}");
        stubs.http().body(body).put("/stub/faults").then().statusCode(400).contentType("application/problem+json");
        sms().then().statusCode(429);
    }

    private List<Integer> statusesOfTwentyWebhooks() {
        return IntStream.range(0, 20).mapToObj(i -> webhook().statusCode()).toList();
    }

    private Response webhook() {
        return stubs.http().body("{}").post("/stub/webhooks");
    }

    private Response sms() {
        return stubs.http()
                .header("Idempotency-Key", "k")
                .body("{\"to\":\"+4930123456\",\"text\":\"x\"}")
                .post("/sms/messages");
    }

    /** By a client that repeats nothing on its own. */
    private int post(String path, Duration patience) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stubs.running().url() + path))
                .header("Idempotency-Key", "k")
                .timeout(patience)
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
