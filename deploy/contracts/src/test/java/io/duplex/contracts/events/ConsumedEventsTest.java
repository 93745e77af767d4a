package io.duplex.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumedEventsTest {
    private final ConsumedEvents consumed = ConsumedEvents.of(Path.of("src/test/resources/suite/shop-service"));

    @Test
    void areReadWhenEveryFieldOfTheRecordIsInTheCopy() {
        assertThat(consumed.names()).containsExactly("BreadBaked.v1");

        consumed.requireRead("BreadBaked.v1", "{\"kind\":\"RYE\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":null} | /kind is read as null",
                "{\"kind\":\"WHEAT\"} | /kind is read as \"WHEAT\"",
                "{\"weight\":0} | /weight is read as 0",
                "{\"slices\":[{\"crust\":true}]} | /slices is read as",
                "{\"loaf\":{\"id\":null}} | /loaf/id is read as null"
            })
    void areMisreadWhenAFieldIsNotThere(String written, String said) {
        assertThatThrownBy(() -> consumed.requireRead("BreadBaked.v1", written))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(said);
    }
}
