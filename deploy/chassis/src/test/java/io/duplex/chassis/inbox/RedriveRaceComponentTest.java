package io.duplex.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.chassis.notes.Notebook;
import io.duplex.chassis.notes.Notes;
import io.duplex.chassis.notes.RunningNotes;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningNotes
class RedriveRaceComponentTest {
    private static final int KEYS = 200;
    private static final int BEFORE = 3;

    private final Notebook notebook = new Notebook();

    @Inject
    Notes notes;

    @AfterEach
    void closeNotebook() {
        notebook.close();
    }

    @Test
    void nothingStaysParkedAndNothingOvertakesWhileEventsOfTheKeyKeepArriving() {
        var keys = Stream.generate(notebook::newKey).limit(KEYS).toList();
        keys.forEach(key -> notebook.send(notebook.poison(key, 0)));
        send(keys, 1, BEFORE);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("parked_event", keys), parked -> parked == KEYS * BEFORE);

        var redriven = new AtomicBoolean();
        var arriving = CompletableFuture.supplyAsync(() -> sendUntil(redriven, keys));
        var released = keys.stream().mapToInt(this::redrive).sum();
        redriven.set(true);

        var all = IntStream.rangeClosed(0, arriving.join()).boxed().toList();
        keys.forEach(key -> await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(notebook.of(key)).isEqualTo(all)));
        assertThat(released).as("some were parked meanwhile, too").isGreaterThan(KEYS * BEFORE);
        assertThat(count("parked_event", keys)).isZero();
        assertThat(count("parked_key", keys)).isZero();
    }

    /** Sends each key one event after the other; the result is the number of the last. */
    private int sendUntil(AtomicBoolean redriven, List<String> keys) {
        var number = BEFORE;
        while (!redriven.get()) {
            number++;
            send(keys, number, number);
        }
        return number;
    }

    private void send(List<String> keys, int first, int last) {
        IntStream.rangeClosed(first, last)
                .forEach(number -> keys.forEach(key -> notebook.send(notebook.tell(key, number))));
    }

    private int redrive(String key) {
        notes.mend(key, 0);
        var id = notebook.query("SELECT id FROM dead_letter WHERE key = '" + key + "'")
                .get(0);
        return Mortuary.as("admin")
                .post("/v1/dead-letters/" + id + "/redrive")
                .then()
                .statusCode(200)
                .extract()
                .path("released");
    }

    private int count(String table, List<String> keys) {
        var list = keys.stream().collect(Collectors.joining("','", "'", "'"));
        return Integer.parseInt(notebook.query("SELECT count(*) FROM " + table + " WHERE key IN (" + list + ")")
                .get(0));
    }
}
