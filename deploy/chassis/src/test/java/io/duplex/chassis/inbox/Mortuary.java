package io.duplex.chassis.inbox;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.duplex.stubs.StubsTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dead letters as an admin sees them, over REST. */
final class Mortuary {
    private Mortuary() {}

    record Letter(
            String id,
            String consumer,
            String eventId,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            Map<String, String> headers,
            @Nullable String payload,
            String reason,
            String status,
            String at,
            int parked,
            List<Map<String, String>> actions) {

        Response redrive() {
            return as("admin").post("/v1/dead-letters/" + id + "/redrive");
        }

        Response discard() {
            return as("admin").post("/v1/dead-letters/" + id + "/discard");
        }
    }

    static RequestSpecification as(String role) {
        return given().auth().oauth2(StubsTestResource.token("op-1", role));
    }

    /** All dead letters, newest first. */
    static List<Letter> all() {
        return as("admin").get("/v1/dead-letters?limit=200").jsonPath().getList("items", Letter.class);
    }

    /** All dead letters of a key, newest first. */
    static List<Letter> of(String key) {
        return all().stream().filter(letter -> key.equals(letter.key())).toList();
    }

    /** The one open dead letter of a key, as soon as so many events are parked behind it. */
    static Letter open(String key, int parked) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> of(key).stream()
                                .filter(letter -> letter.status().equals("OPEN"))
                                .toList(),
                        open -> open.size() == 1 && open.get(0).parked() == parked)
                .get(0);
    }
}
