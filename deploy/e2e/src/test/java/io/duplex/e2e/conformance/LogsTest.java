package io.duplex.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogsTest {
    private static final String HEAD = "2026-11-21T21:20:18.515Z WARN  [io.du.no.de.Lane] [7f3a] ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMAIL waits: io.vertx.core.VertxException: Timeout",
                "ERROR: duplicate key, SELECT id FROM orders",
                "Sent to c-1@customer.example",
                "Bearer eyJhbGciOiJSUzI1NiJ9"
            })
    void tellTooMuch(String message) {
        assertThat(Logs.tellsTooMuch(HEAD + message)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMAIL waits: Timeout waiting for connection", "Profile prod activated."})
    void mayTell(String message) {
        assertThat(Logs.tellsTooMuch(HEAD + message)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\tat io.duplex.order.Order.of(Order.java:7)", "java.lang.IllegalStateException: x"})
    void tellTooMuchBelowALine(String line) {
        assertThat(Logs.tellsTooMuch(line)).isTrue();
    }
}
