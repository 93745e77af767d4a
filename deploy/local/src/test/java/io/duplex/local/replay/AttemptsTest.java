package io.duplex.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void waitsAsLongAsRetryAfterSays() {
        var wait = new Attempts(PATIENCE).waitAfter(answer(429, Map.of("Retry-After", List.of("3"))));

        assertThat(wait).hasValueSatisfying(seconds -> assertThat(seconds)
                .isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_100)));
    }

    @Test
    void doesNotLosePatienceWithA429() {
        var wait = new Attempts(PATIENCE).waitAfter(answer(429, Map.of("Retry-After", List.of("60"))));

        assertThat(wait).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 502, 503, 504})
    void triesAgainWithGrowingWaits(int status) {
        var attempts = new Attempts(PATIENCE);

        var first = attempts.waitAfter(answer(status, Map.of())).orElseThrow();
        attempts.waitAfter(answer(status, Map.of()));
        var third = attempts.waitAfter(answer(status, Map.of())).orElseThrow();

        assertThat(third).isGreaterThan(first);
    }

    @Test
    void triesAgainWhileTheSameRequestIsInProgress() {
        var body = Json.read("{\"code\":\"request-in-progress\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(new Attempts(PATIENCE).waitAfter(answer(409, Map.of(), body)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 400, 404, 409, 422, 500})
    void takesOtherAnswersAsTheLast(int status) {
        assertThat(new Attempts(PATIENCE).waitAfter(answer(status, Map.of()))).isEmpty();
    }

    @Test
    void givesUpWhenThePatienceHasRunOut() {
        assertThat(new Attempts(Duration.ZERO).waitAfter(answer(503, Map.of()))).isEmpty();
    }

    private static Answer answer(int status, Map<String, List<String>> headers) {
        return answer(status, headers, Json.read(new byte[0]));
    }

    private static Answer answer(int status, Map<String, List<String>> headers, JsonNode body) {
        return new Answer(status, HttpHeaders.of(headers, (name, value) -> true), body, 0, 0);
    }
}
