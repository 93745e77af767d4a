package io.duplex.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "5, 6", "6, 8", "10, 12", "11, 14", "1000, 1200"})
    void clearsAFifthAboveLowUnlessToldOtherwise(long low, long clear) {
        assertThat(Thresholds.of(low, null).clear()).isEqualTo(clear);
        assertThat(Thresholds.of(low, clear + 7).clear()).isEqualTo(clear + 7);
    }

    @Test
    void refusesThresholdsWithoutHysteresis() {
        assertThatThrownBy(() -> Thresholds.of(10, 10L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Thresholds.of(-1, 10L)).isInstanceOf(IllegalArgumentException.class);
    }
}
