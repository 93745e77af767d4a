package io.duplex.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.chassis.notes.HeldNotes;
import io.duplex.chassis.notes.RunningNotes;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningNotes
class RequestsInFlightComponentTest {
    private static final int MOST = 128;

    private final List<Socket> held = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        HeldNotes.answer.complete("late");
        for (var socket : held) {
            socket.close();
        }
        HeldNotes.answer = new CompletableFuture<>();
    }

    @Test
    void areAnsweredOrRefusedAtOnceAndMakeRoomWhenTheyEnd() throws Exception {
        hold(MOST);
        await("one too many").untilAsserted(() -> given().get("/v1/old-notes")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .contentType("application/problem+json")
                .body("code", equalTo("service-unavailable")));
        given().get("/q/health/live").then().statusCode(200);
        assertThat(given().get("/q/metrics").asString()).containsPattern("duplex_http_shed_total [1-9]");

        held.remove(0).close();
        await("room of one that hung up").untilAsserted(RequestsInFlightComponentTest::isAnswered);

        hold(1);
        await("full again").until(() -> given().get("/v1/old-notes").statusCode() == 503);
        HeldNotes.answer.complete("now");
        await("room of those answered").untilAsserted(RequestsInFlightComponentTest::isAnswered);
        for (var socket : held) {
            socket.setSoTimeout((int) Duration.ofSeconds(5).toMillis());
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    private static void isAnswered() {
        given().get("/v1/old-notes").then().statusCode(200);
    }

    private void hold(int requests) throws IOException {
        for (var request = 0; request < requests; request++) {
            var socket = new Socket("localhost", RestAssured.port);
            held.add(socket);
            socket.getOutputStream()
                    .write("GET /v1/held-notes HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }
}
