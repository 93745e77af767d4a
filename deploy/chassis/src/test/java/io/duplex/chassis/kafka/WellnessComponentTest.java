package io.duplex.chassis.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.chassis.notes.Impatient;
import io.duplex.chassis.notes.Notebook;
import io.duplex.chassis.notes.RunningNotes;
import io.duplex.embedded.DuplexTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningNotes
@TestProfile(Impatient.class)
class WellnessComponentTest {
    private static final List<String> READINESS_OF_REST = List.of(
            "Database connections health check", "Reactive PostgreSQL connections health check", "Graceful Shutdown");

    private final Notebook notebook = new Notebook();

    @Inject
    Broker broker;

    @Inject
    LosslessClients clients;

    @AfterEach
    void closeNotebook() {
        notebook.close();
    }

    @Test
    void livenessIsTheProcessReadinessTheDatabaseAndTheShutdownWellnessTheRest() {
        assertThat(checks("live")).isEmpty();
        assertThat(checks("ready").keySet()).containsExactlyInAnyOrderElementsOf(READINESS_OF_REST);
        assertThat(checks("well").keySet()).containsExactlyInAnyOrder("outbox", "consumers");
    }

    @Test
    void seesTheSettingsOfEveryClientBeforeItIsMade() {
        assertThat(clients.incoming()).containsExactly(new IncomingChannel("orders", "notes", Set.of("orders")));
    }

    @Test
    void findsTheTopicsThatExist() {
        var found = broker.partitions(Set.of("orders", "nowhere")).await().atMost(Duration.ofSeconds(10));

        assertThat(found).containsOnlyKeys("orders");
        assertThat(found.get("orders")).hasSize(6);
    }

    @Test
    void aBrokerOutageIsToldByWellnessAlone() throws Exception {
        awaitStatus("well", "UP");
        DuplexTestResource.kafka().stop();
        try {
            awaitStatus("well", "DOWN");
            awaitReason("consumers", "broker", "out of reach for");
            assertThat(status("live")).isEqualTo("UP");
            assertThat(status("ready")).isEqualTo("UP");
            assertThat(metric("duplex_consumer_stalled{topic=\"orders\"}")).isEqualTo("1.0");
        } finally {
            DuplexTestResource.kafka().start();
        }
        awaitStatus("well", "UP");
    }

    @Test
    void aDatabaseOutageIsToldByReadinessAndWellness() throws Exception {
        DuplexTestResource.postgres().stop();
        try {
            assertThat(status("live")).isEqualTo("UP");
            assertThat(status("ready")).isEqualTo("DOWN");
            awaitStatus("well", "DOWN");
            awaitReason("outbox", "reason", "it could not be read for");
            assertThat(metric("duplex_outbox_stalled")).isEqualTo("1.0");
        } finally {
            DuplexTestResource.postgres().start();
        }
        awaitStatus("ready", "UP");
        awaitStatus("well", "UP");
    }

    @Test
    void aConsumerThatStandsStillIsToldWithItsReason() throws Exception {
        var key = notebook.newKey();
        try (var connection = DuplexTestResource.postgres().connect("orders")) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE note");
            notebook.send(notebook.tell(key, 1));

            awaitStatus("well", "DOWN");
            awaitReason("consumers", "orders", "lags by 1", "notes.orders");
            assertThat(metric("duplex_consumer_stalled{topic=\"orders\"}")).isEqualTo("1.0");
        }
        awaitStatus("well", "UP");
        assertThat(notebook.of(key)).containsExactly(1);
    }

    /** The parts of the service notice one after the other. */
    private static void awaitReason(String part, String subject, String... words) {
        await(part)
                .untilAsserted(
                        () -> assertThat(reasons(part).get(subject)).asString().contains(words));
    }

    private static void awaitStatus(String kind, String status) {
        await("health " + kind).atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(status(kind))
                .isEqualTo(status));
    }

    private static String status(String kind) {
        return given().get("/q/health/" + kind).path("status");
    }

    private static Map<String, Map<String, Object>> checks(String kind) {
        return given().get("/q/health/" + kind).jsonPath().<Map<String, Object>>getList("checks").stream()
                .collect(Collectors.toMap(check -> String.valueOf(check.get("name")), check -> check));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> reasons(String check) {
        return (Map<String, Object>)
                checks("well").getOrDefault(check, Map.of()).getOrDefault("data", Map.of());
    }

    private static String metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse("none");
    }
}
