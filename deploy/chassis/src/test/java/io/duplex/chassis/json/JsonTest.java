package io.duplex.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private final ObjectMapper tolerant = new ObjectMapper();
    private final ObjectMapper strict;

    JsonTest() {
        new JsonSettings().customize(tolerant);
        strict = new StrictRequests(tolerant).getContext(Object.class);
    }

    record Price(Money price, int pieces) {}

    @Test
    void writesMoneyAsTextWithTheMinorDigitsOfItsCurrency() throws JsonProcessingException {
        assertThat(tolerant.writeValueAsString(new Price(Money.parse("EUR 12.3"), 1)))
                .isEqualTo("{\"price\":{\"amount\":\"12.30\",\"currency\":\"EUR\"},\"pieces\":1}");
        assertThat(tolerant.writeValueAsString(new Price(Money.parse("JPY 12"), 1)))
                .contains("{\"amount\":\"12\",\"currency\":\"JPY\"}");
    }

    @Test
    void readsWhatItWrites() throws JsonProcessingException {
        var price = new Price(Money.parse("GBP 2.55"), 6);

        assertThat(strict.readValue(tolerant.writeValueAsString(price), Price.class))
                .isEqualTo(price);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},\"pieces\":1,\"more\":true}",
                "{\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\",\"more\":true},\"pieces\":1}"
            })
    void ignoresWhatOthersMayAddAndRefusesWhatACallerAdds(String json) throws JsonProcessingException {
        assertThat(tolerant.readValue(json, Price.class).pieces()).isEqualTo(1);
        assertThatThrownBy(() -> strict.readValue(json, Price.class)).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pieces\":1.9}",
                "{\"pieces\":\"2\"}",
                "{\"pieces\":99999999999}",
                "{\"pieces\":1e999999999}",
                "{\"pieces\":null}",
                "{\"pieces\":1,\"pieces\":2}",
                "{\"pieces\":1} trailing",
                "{\"price\":{\"amount\":1.00,\"currency\":\"EUR\"}}",
                "{\"price\":{\"amount\":\"1.005\",\"currency\":\"EUR\"}}",
                "{\"price\":{\"amount\":\"1.00\",\"currency\":\"XYZ\"}}",
                "{\"price\":{\"amount\":\"1.00\"}}",
                "{\"price\":\"EUR 1.00\"}"
            })
    void guessesNothingInARequest(String json) {
        assertThatThrownBy(() -> strict.readValue(json, Price.class)).isInstanceOf(JsonProcessingException.class);
    }
}
