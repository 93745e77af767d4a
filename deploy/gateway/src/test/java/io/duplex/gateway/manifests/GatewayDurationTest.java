package io.duplex.gateway.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayDurationTest {

    @ParameterizedTest
    @CsvSource({"0s, PT0S", "10s, PT10S", "1h30m, PT1H30M", "1m500ms, PT1M0.5S", "99999ms, PT1M39.999S"})
    void readsTheFormatOfTheSpecification(String text, Duration expected) {
        assertThat(GatewayDuration.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "-1s", "1.5s", "1d", "10 s", "100000s", "1s1s1s1s1s"})
    void readsNothingElse(String text) {
        assertThat(GatewayDuration.parse(text)).isEmpty();
    }
}
