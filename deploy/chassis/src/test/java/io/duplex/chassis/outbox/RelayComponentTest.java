package io.duplex.chassis.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.duplex.chassis.notes.Impatient;
import io.duplex.chassis.notes.Notebook;
import io.duplex.chassis.notes.RunningNotes;
import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningNotes
@TestProfile(Impatient.class)
class RelayComponentTest {
    private static final String SOMEBODY_ELSE = "00000000-0000-0000-0000-000000000001";

    private final Notebook notebook = new Notebook();
    private Connection otherProcess;

    @Inject
    Publisher publisher;

    @Inject
    Vertx vertx;

    @BeforeEach
    void connect() throws Exception {
        otherProcess = DuplexTestResource.postgres().connect("orders");
    }

    @AfterEach
    void disconnect() throws Exception {
        execute("UPDATE outbox_lease SET expires_at = '-infinity' WHERE holder = '" + SOMEBODY_ELSE + "'");
        otherProcess.close();
        notebook.close();
    }

    @Test
    void sendsInOrderAndMeasuresHowLongItTakes() {
        var key = notebook.newKey();
        IntStream.range(0, 20).forEach(number -> publisher.publish(key, number));

        awaitSent(key, Duration.ofSeconds(10));

        assertThat(numbersOf(key)).isEqualTo(IntStream.range(0, 20).boxed().toList());
        given().get("/q/metrics")
                .then()
                .body(containsString("duplex_outbox_latency_seconds_bucket"))
                .body(containsString("duplex_outbox_batch_size_max"))
                .body(containsString("duplex_outbox_oldest_age_seconds 0.0"));
    }

    @Test
    void leavesTheOutboxToTheHolderOfTheLeaseAndTakesOverWhenItExpires() throws Exception {
        var key = notebook.newKey();
        leaseToSomebodyElse("5 s");
        publisher.publish(key, 1);

        await().during(Duration.ofSeconds(2)).until(() -> unsent(key) == 1);
        awaitSent(key, Duration.ofSeconds(15));
    }

    @Test
    void wakesTheHolderInAnotherProcessAtOnce() {
        var heard = new AtomicInteger();
        var elsewhere = new WakeUp();
        elsewhere.signals(Duration.ofHours(1)).subscribe().with(signal -> heard.incrementAndGet());
        var listener = new HolderWakeUp(
                vertx, elsewhere, database("reactive.url"), database("username"), database("password"));
        try {
            listener.listen();
            await().until(() -> hears(heard));
            leaseToSomebodyElse("1 h");
            for (int attempt = 0; attempt < 3; attempt++) {
                var before = heard.get();
                publisher.publish(notebook.newKey(), attempt);
                await().atMost(Duration.ofSeconds(2)).until(() -> heard.get() > before);
            }
        } finally {
            listener.close().await().atMost(Duration.ofSeconds(5));
        }
    }

    private static String database(String setting) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + setting, String.class);
    }

    private boolean hears(AtomicInteger heard) {
        execute("NOTIFY outbox");
        return heard.get() > 1;
    }

    @Test
    void isWokenByAnotherProcessAndNotByThePoll() {
        var slowest = Stream.generate(notebook::newKey)
                .limit(5)
                .map(this::timeToSendWhatAnotherProcessWrote)
                .max(Duration::compareTo)
                .orElseThrow();

        assertThat(slowest).isLessThan(Duration.ofMillis(1_500));
    }

    private Duration timeToSendWhatAnotherProcessWrote(String key) {
        var begin = System.nanoTime();
        execute(
                """
                INSERT INTO outbox (event_id, aggregate_type, aggregate_id, sequence, type, topic, key, payload)
                VALUES (gen_random_uuid(), 'note', '%1$s', 1, 'duplex.Noted.v1', 'invoices', '%1$s', '{"number":1}')"""
                        .formatted(key));
        execute("NOTIFY outbox");
        awaitSent(key, Duration.ofSeconds(10));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void leaseToSomebodyElse(String time) {
        execute("UPDATE outbox_lease SET holder = '%s', expires_at = clock_timestamp() + interval '%s'"
                .formatted(SOMEBODY_ELSE, time));
    }

    private void awaitSent(String key, Duration limit) {
        await().atMost(limit).pollInterval(Duration.ofMillis(10)).until(() -> unsent(key) == 0);
    }

    private long unsent(String key) {
        return Long.parseLong(notebook.query("SELECT count(*) FROM outbox WHERE key = '" + key + "'")
                .get(0));
    }

    private List<Integer> numbersOf(String key) {
        return notebook.topics.read("invoices", "duplex.Noted.v1", key).stream()
                .map(message -> TestTopics.header(message, "ce_sequence").orElseThrow())
                .map(Integer::valueOf)
                .toList();
    }

    private void execute(String sql) {
        try (var statement = otherProcess.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
