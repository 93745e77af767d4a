package io.duplex.chassis.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.chassis.notes.Notebook;
import io.duplex.chassis.notes.Notes;
import io.duplex.chassis.notes.RunningNotes;
import io.duplex.embedded.TestTopics.Sent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RunningNotes
class DeadLetterComponentTest {
    private final Notebook notebook = new Notebook();

    @Inject
    Notes notes;

    @AfterEach
    void closeNotebook() {
        notebook.close();
    }

    @Test
    void keepsJunkAsItCame() {
        var key = notebook.newKey();
        var junk = new byte[] {0, (byte) 0xff, '{', 13};
        notebook.topics.send(Notebook.TOPIC, key, junk, Map.of("colour", "grün"));

        var letter = Mortuary.open(key, 0);

        assertThat(letter.consumer()).isEqualTo("notes.orders");
        assertThat(letter.topic()).isEqualTo(Notebook.TOPIC);
        assertThat(letter.payload()).isEqualTo(Base64.getEncoder().encodeToString(junk));
        assertThat(letter.headers()).isEqualTo(Map.of("colour", "grün"));
        assertThat(letter.reason()).isEqualTo("it has no type");
        assertThat(letter.actions()).isEmpty();
        assertThat(recordAt(letter)).isEqualTo(key);
    }

    @Test
    void keepsAnEventWhoseDataIsBroken() {
        var key = notebook.newKey();
        notebook.send(Sent.of("duplex.Noted.v1", key, "{\"number\":"));

        assertThat(Mortuary.open(key, 0).reason()).startsWith("the value is no Noted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"number\":null}"})
    void keepsAnEventThatLacksWhatItsHandlerNeeds(String data) {
        var key = notebook.newKey();
        notebook.send(Sent.of("duplex.Noted.v1", key, data));

        assertThat(Mortuary.open(key, 0).reason()).contains("the value is no Noted", "number");
    }

    @Test
    void knowsARecordWithoutAnIdByItsContent() {
        var key = notebook.newKey();
        for (var delivery = 0; delivery < 2; delivery++) {
            notebook.topics.send(Notebook.TOPIC, key, "junk".getBytes(UTF_8), Map.of());
        }
        notebook.send(notebook.tell(key, 1));

        Mortuary.open(key, 1);
        assertThat(Mortuary.of(key)).hasSize(1);
    }

    @Test
    void parksNothingBehindARecordWithoutAKey() {
        var payload = UUID.randomUUID().toString();
        var key = notebook.newKey();
        for (var partition = 0; partition < 12; partition++) {
            notebook.topics.send(Notebook.TOPIC, null, (payload + partition).getBytes(UTF_8), Map.of());
        }
        notebook.send(notebook.tell(key, 1));

        await().untilAsserted(() -> assertThat(withoutKey(payload)).isEqualTo(12));
        await().untilAsserted(() -> assertThat(notebook.of(key)).containsExactly(1));
    }

    @Test
    void keepsAKeyThatPostgresqlCannotHold() {
        var key = notebook.newKey() + "\u0000";
        notebook.topics.send(Notebook.TOPIC, key, null, Map.of("ce_type", "duplex.Noted.v1"));

        assertThat(Mortuary.open(key.replace('\u0000', '\uFFFD'), 0).payload()).isNull();
    }

    @Test
    void letsOtherKeysFlowWhileItsOwnWaitsInOrder() {
        var sick = notebook.newKey();
        var sound = notebook.newKey();
        notebook.send(notebook.tell(sick, 0));
        notebook.send(notebook.poison(sick, 1));
        for (var number = 2; number < 5; number++) {
            notebook.send(notebook.tell(sick, number));
            notebook.send(notebook.tell(sound, number));
        }

        var letter = Mortuary.open(sick, 3);
        await().untilAsserted(() -> assertThat(notebook.of(sound)).containsExactly(2, 3, 4));
        assertThat(notebook.of(sick)).containsExactly(0);

        notes.mend(sick, 1);
        letter.redrive()
                .then()
                .statusCode(200)
                .body("outcome", equalTo("redriven"))
                .body("released", equalTo(3));
        assertThat(notebook.of(sick)).containsExactly(0, 1, 2, 3, 4);
        notebook.send(notebook.tell(sick, 5));
        await().untilAsserted(() -> assertThat(notebook.of(sick)).containsExactly(0, 1, 2, 3, 4, 5));
    }

    @Test
    void redrivingTwiceChangesNothing() {
        var key = notebook.newKey();
        notebook.send(notebook.poison(key, 0));
        var letter = Mortuary.open(key, 0);
        notes.mend(key, 0);
        letter.redrive().then().body("outcome", equalTo("redriven"));

        letter.redrive().then().statusCode(200).body("outcome", equalTo("unchanged"));
        letter.discard().then().statusCode(200).body("outcome", equalTo("unchanged"));

        assertThat(notebook.of(key)).containsExactly(0);
        assertThat(Mortuary.of(key).get(0).status()).isEqualTo("REDRIVEN");
    }

    @Test
    void staysOpenWhenItFailsAgain() {
        var key = notebook.newKey();
        notebook.send(notebook.poison(key, 0));
        notebook.send(notebook.tell(key, 1));
        var letter = Mortuary.open(key, 1);

        letter.redrive()
                .then()
                .statusCode(200)
                .body("outcome", equalTo("failed"))
                .body("reason", equalTo("cannot write this down"));

        assertThat(Mortuary.open(key, 1).actions()).singleElement().satisfies(action -> assertThat(action)
                .containsEntry("action", "REDRIVE")
                .containsEntry("outcome", "failed")
                .containsEntry("actor", "op-1"));
        assertThat(notebook.of(key)).isEmpty();
    }

    @Test
    void aDiscardedEventNeverHasAnEffectAndTheOthersGoOn() {
        var key = notebook.newKey();
        var poison = notebook.poison(key, 0);
        notebook.send(poison);
        notebook.send(notebook.tell(key, 1));
        var letter = Mortuary.open(key, 1);

        letter.discard().then().statusCode(200).body("outcome", equalTo("discarded"));

        notes.mend(key, 0);
        notebook.send(poison);
        notebook.send(notebook.tell(key, 2));
        await().untilAsserted(() -> assertThat(notebook.of(key)).containsExactly(1, 2));
        assertThat(Mortuary.of(key)).hasSize(1);
    }

    @Test
    void discardedJunkDoesNotComeBackWhenItIsDeliveredAgain() {
        var key = notebook.newKey();
        notebook.topics.send(Notebook.TOPIC, key, "junk".getBytes(UTF_8), Map.of());
        Mortuary.open(key, 0).discard().then().body("outcome", equalTo("discarded"));

        notebook.topics.send(Notebook.TOPIC, key, "junk".getBytes(UTF_8), Map.of());
        notebook.send(notebook.tell(key, 1));

        await().untilAsserted(() -> assertThat(notebook.of(key)).containsExactly(1));
        assertThat(Mortuary.of(key)).hasSize(1);
    }

    @Test
    void whatFailsOnItsWayOutIsTheNextDeadLetter() {
        var key = notebook.newKey();
        notebook.send(notebook.poison(key, 0));
        notebook.send(notebook.tell(key, 1));
        notebook.send(notebook.poison(key, 2));
        notebook.send(notebook.tell(key, 3));
        notes.mend(key, 0);
        var letter = Mortuary.open(key, 3);

        letter.redrive().then().body("outcome", equalTo("redriven")).body("released", equalTo(1));

        assertThat(notebook.of(key)).containsExactly(0, 1);
        Mortuary.open(key, 1).discard().then().body("released", equalTo(1));
        assertThat(notebook.of(key)).containsExactly(0, 1, 3);
    }

    @Test
    void skipsAndCountsWhatIsSomebodyElses() {
        var key = notebook.newKey();
        var before = skipped();
        for (var type : List.of("duplex.Noted.v2", "duplex.Unheard.v1", "com.example.thing")) {
            notebook.send(Sent.of(type, key, "not even JSON"));
        }
        notebook.send(notebook.tell(key, 1));

        await().untilAsserted(() -> assertThat(notebook.of(key)).containsExactly(1));
        assertThat(skipped()).isEqualTo(before + 3);
        assertThat(Mortuary.of(key)).isEmpty();
    }

    @Test
    void isForAdminsOnly() {
        var unknown = "/v1/dead-letters/" + UUID.randomUUID() + "/redrive";

        Mortuary.as("staff").get("/v1/dead-letters").then().statusCode(403);
        Mortuary.as("staff").post(unknown).then().statusCode(403);
        Mortuary.as("admin").post(unknown).then().statusCode(404).body("code", equalTo("dead-letter-not-found"));
        Mortuary.as("admin").get("/v1/dead-letters?after=x").then().statusCode(400);
        Mortuary.as("admin").get("/v1/dead-letters?status=SHUT").then().statusCode(400);
    }

    private String recordAt(Mortuary.Letter letter) {
        return notebook.topics
                .read(
                        letter.topic(),
                        sent -> sent.partition() == letter.partition() && sent.offset() == letter.offset())
                .get(0)
                .key();
    }

    private static long withoutKey(String payload) {
        return Mortuary.all().stream()
                .filter(letter -> letter.key() == null && letter.payload() != null)
                .filter(letter -> new String(Base64.getDecoder().decode(letter.payload()), UTF_8).startsWith(payload))
                .count();
    }

    private static double skipped() {
        return Metrics.read("duplex_inbox_skipped_total");
    }
}
