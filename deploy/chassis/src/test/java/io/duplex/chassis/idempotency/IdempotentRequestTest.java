package io.duplex.chassis.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duplex.chassis.http.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotentRequestTest {
    @Test
    void takesAStringAndABareTokenForOneKey() {
        assertThat(IdempotentRequest.parse("\"abc\"")).isEqualTo("abc").isEqualTo(IdempotentRequest.parse(" abc "));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void needsAKey(String header) {
        assertThatThrownBy(() -> IdempotentRequest.parse(header))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("idempotency-key-required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"half", "two words", "\"quo\"ted\"", "käse"})
    void refusesWhatIsNoKey(String header) {
        assertThatThrownBy(() -> IdempotentRequest.parse(header)).isInstanceOf(Problem.class);
    }

    @Test
    void isAtMost255CharactersLong() {
        assertThat(IdempotentRequest.parse("k".repeat(255))).hasSize(255);
        assertThatThrownBy(() -> IdempotentRequest.parse("k".repeat(256))).isInstanceOf(Problem.class);
    }
}
