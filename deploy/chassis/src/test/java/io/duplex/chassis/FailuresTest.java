package io.duplex.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void sayWhatLedToThem() {
        var failure = new IllegalStateException("cannot write", new CompletionException(new IOException("no room")));

        assertThat(Failures.inWords(failure)).isEqualTo("cannot write; caused by no room");
    }

    @Test
    void withoutAMessageAreTheirKind() {
        assertThat(Failures.inWords(new TimeoutException())).isEqualTo("timeout");
        assertThat(Failures.inWords(new NullPointerException(" "))).isEqualTo("null pointer");
    }

    @Test
    void keepTheRowOfARefusedStatementToThemselves() {
        var failure = new PgException(
                "duplicate key", "ERROR", "23505", "Key (email)=(a.buyer@customer.example) already exists.");

        assertThat(Failures.inWords(failure)).isEqualTo("duplicate key (23505)");
    }

    @Test
    void nameNoPackages() {
        JsonProcessingException unreadable = org.assertj.core.api.Assertions.catchThrowableOfType(
                JsonProcessingException.class, () -> new ObjectMapper().readValue("\"x\"", UUID.class));

        assertThat(Failures.inWords(unreadable)).contains("UUID", "\"x\"").doesNotContain("java.", "jackson", "\n");
    }
}
