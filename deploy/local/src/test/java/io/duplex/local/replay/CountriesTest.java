package io.duplex.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {
    @ParameterizedTest
    @CsvSource({
        "United Kingdom,GB", "EIRE,IE", "Netherlands,NL", "france,FR", "Australia,AU", "Channel Islands,JE",
        "USA,US", "RSA,ZA", "Hong Kong,HK", "Czech Republic,CZ", "DE,DE", "uk,GB"
    })
    void knowsCountriesByNameAndCode(String country, String code) {
        assertThat(Countries.code(country)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unspecified", "European Community", ""})
    void doesNotGuess(String country) {
        assertThat(Countries.code(country)).isEmpty();
    }
}
