package io.duplex.chassis.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.chassis.notes.Notebook;
import io.duplex.chassis.notes.Noted;
import io.duplex.chassis.notes.Notes;
import io.duplex.chassis.notes.RunningNotes;
import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.TestTopics.Sent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningNotes
class ConsumerComponentTest {
    private final Notebook notebook = new Notebook();

    @Inject
    Notes notes;

    @Inject
    Inbox inbox;

    @Inject
    ReleaseParked releasing;

    @AfterEach
    void closeNotebook() {
        notebook.close();
    }

    @Test
    void appliesEachKeysEventsInOrderAndOnce() {
        var key = notebook.newKey();
        var events = IntStream.range(0, 20)
                .mapToObj(number -> notebook.tell(key, number))
                .toList();
        events.forEach(notebook::send);
        events.forEach(notebook::send);

        notebook.send(notebook.tell(key, 20));

        await().untilAsserted(() -> assertThat(notebook.of(key)).contains(20));
        assertThat(notebook.of(key))
                .isEqualTo(IntStream.rangeClosed(0, 20).boxed().toList());
    }

    @Test
    void preparesABatchOnceAndBeforeItIsHandled() {
        var steps = new ArrayList<String>();
        var consumer = inbox.consumer("notes.prepared")
                .first((transaction, events) -> {
                    steps.add("prepare " + events.size());
                    return Uni.createFrom().voidItem();
                })
                .on("duplex.Noted.v1", Noted.class, (transaction, events) -> {
                    steps.add("handle " + events.size());
                    return Uni.createFrom().voidItem();
                });
        var key = notebook.newKey();
        var known = notebook.tell(key, 1);

        consumer.consume(records(List.of(known))).await().atMost(Duration.ofSeconds(10));
        consumer.consume(records(List.of(known, notebook.tell(key, 2), notebook.tell(key, 3))))
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(steps).containsExactly("prepare 1", "handle 1", "prepare 2", "handle 1", "handle 1");
    }

    @Test
    void aPoisonedEventCostsItsBatchNothingElse() {
        var sick = notebook.newKey();
        var sound = Stream.generate(notebook::newKey).limit(99).toList();
        var batch = Stream.of(
                        sound.stream().limit(60).map(key -> notebook.tell(key, 1)),
                        Stream.of(notebook.tell(sick, 0), notebook.poison(sick, 1), notebook.tell(sick, 2)),
                        sound.stream().skip(60).map(key -> notebook.tell(key, 1)))
                .flatMap(events -> events)
                .toList();

        notes.on(records(batch)).await().atMost(Duration.ofSeconds(10));

        assertThat(sound).allSatisfy(key -> assertThat(notebook.of(key)).containsExactly(1));
        assertThat(notebook.of(sick)).containsExactly(0);
        assertThat(Mortuary.open(sick, 1).reason()).contains("cannot write this down");
    }

    @Test
    void unreadableEventsCostTheirBatchNothingElse() {
        var sick = notebook.newKey();
        var sound = notebook.newKey();
        var batch = Stream.of(
                        notebook.tell(sound, 1),
                        Sent.of("duplex.Noted.v1", sick, "junk"),
                        notebook.tell(sound, 2),
                        notebook.tell(sick, 1),
                        Sent.of("duplex.Noted.v1", sick, "more junk"),
                        notebook.tell(sound, 3))
                .toList();

        notes.on(records(batch)).await().atMost(Duration.ofSeconds(10));

        assertThat(notebook.of(sound)).containsExactly(1, 2, 3);
        assertThat(notebook.of(sick)).isEmpty();
        assertThat(Mortuary.open(sick, 2).offset()).isEqualTo(1);
    }

    @Test
    void ofSnapshotsOnlyTheLatestCounts() {
        var key = notebook.newKey();
        var other = notebook.newKey();
        var before = Metrics.read("duplex_inbox_passed_by_total");

        notes.on(records(List.of(counted(key, 1), counted(other, 1), counted(key, 3), counted(key, 2))))
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(notebook.of(key)).containsExactly(3);
        assertThat(notebook.of(other)).containsExactly(1);
        assertThat(Metrics.read("duplex_inbox_passed_by_total") - before).isEqualTo(2);
    }

    @Test
    void waitsForTheDatabaseAsLongAsItTakesAndMakesNoDeadLetter() throws Exception {
        var key = notebook.newKey();
        DuplexTestResource.postgres().stop();
        try {
            notebook.send(notebook.tell(key, 1));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(inbox.retrying()).containsKey("notes.orders"));
        } finally {
            DuplexTestResource.postgres().start();
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(notebook.of(key)).containsExactly(1));
        assertThat(inbox.retrying()).isEmpty();
        assertThat(deadLetters(key)).isZero();
    }

    @Test
    void waitsForALockAndMakesNoDeadLetter() throws Exception {
        var key = notebook.newKey();
        try (var connection = DuplexTestResource.postgres().connect("orders")) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE note");
            notebook.send(notebook.tell(key, 1));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(inbox.retrying().toString()).contains("lock timeout"));
            connection.rollback();
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(notebook.of(key)).containsExactly(1));
        assertThat(deadLetters(key)).isZero();
    }

    @Test
    void goesOnReleasingWhereAKilledProcessHasStopped() throws SQLException {
        var key = notebook.newKey();
        notebook.send(notebook.poison(key, 0));
        IntStream.rangeClosed(1, 3).forEach(number -> notebook.send(notebook.tell(key, number)));
        Mortuary.open(key, 3);
        notebook.query("UPDATE parked_key SET released = true WHERE key = '" + key + "' RETURNING key");

        releasing.start(new StartupEvent());

        await().untilAsserted(() -> assertThat(notebook.of(key)).containsExactly(1, 2, 3));
        await().untilAsserted(() -> assertThat(notebook.query("SELECT key FROM parked_key WHERE key = '" + key + "'"))
                .isEmpty());
    }

    @Test
    void whoOnlyLooksOnIsGivenAllThatCanBeReadAtOnce() {
        var calls = new CopyOnWriteArrayList<List<Integer>>();
        var onlooker = inbox.consumer("notes.onlooker").onRest((transaction, events) -> {
            calls.add(events.stream()
                    .map(event -> event.data().path("number").asInt())
                    .toList());
            return Uni.createFrom().voidItem();
        });
        var key = notebook.newKey();
        var skipped = Metrics.read("duplex_inbox_skipped_total");

        onlooker.consume(records(List.of(
                        notebook.tell(key, 1),
                        Sent.of("duplex.Noted.v1", key, "junk"),
                        counted(key, 2),
                        Sent.of("duplex.Erased.v1", key, ""),
                        notebook.tell(key, 3))))
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(calls).containsExactly(List.of(1, 2, 3));
        assertThat(Metrics.read("duplex_inbox_skipped_total") - skipped).isEqualTo(2);
        assertThat(deadLetters(key)).isZero();
    }

    private static Sent counted(String key, int sequence) {
        return new Sent(UUID.randomUUID(), "duplex.Counted.v1", key, sequence, "{\"number\":" + sequence + "}");
    }

    private int deadLetters(String key) {
        return Integer.parseInt(notebook.query("SELECT count(*) FROM dead_letter WHERE key = '" + key + "'")
                .get(0));
    }

    private static ConsumerRecords<String, byte[]> records(List<Sent> events) {
        var records = IntStream.range(0, events.size())
                .mapToObj(offset -> asRecord(offset, events.get(offset)))
                .toList();
        return new ConsumerRecords<>(Map.of(new TopicPartition(Notebook.TOPIC, 0), records), Map.of());
    }

    private static ConsumerRecord<String, byte[]> asRecord(int offset, Sent event) {
        var received = new ConsumerRecord<>(
                Notebook.TOPIC, 0, offset, event.key(), event.json().getBytes(UTF_8));
        event.headers().forEach((name, text) -> received.headers().add(name, text.getBytes(UTF_8)));
        return received;
    }
}
