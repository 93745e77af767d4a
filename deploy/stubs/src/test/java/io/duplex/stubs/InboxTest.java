package io.duplex.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Inbox inbox = new Inbox();

    @Test
    void forgetsTheOldestBeyondAHundredThousand() {
        for (int i = 0; i < 100_010; i++) {
            inbox.add(new JsonObject().put("n", i));
        }
        assertThat(items()).hasSize(100_000);
        assertThat(items().getJsonObject(0).getInteger("n")).isEqualTo(10);
    }

    @Test
    void forgetsTheOldestBeyondItsShareOfMemory() {
        String megabyte = "x".repeat(1024 * 1024);
        for (int i = 0; i < 20; i++) {
            inbox.add(new JsonObject().put("n", i).put("text", megabyte));
        }
        assertThat(items()).hasSize(15);
        assertThat(items().getJsonObject(14).getInteger("n")).isEqualTo(19);
    }

    private JsonArray items() {
        return new JsonObject(inbox.toJson()).getJsonArray("items");
    }
}
