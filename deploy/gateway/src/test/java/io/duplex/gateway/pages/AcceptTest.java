package io.duplex.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {
    private static final List<Page> VARIANTS = Stream.of("application/json", "application/yaml", "text/yaml")
            .map(type -> Page.of(type, Buffer.buffer()))
            .toList();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            */*                                         | application/json
            application/json                            | application/json
            application/yaml                            | application/yaml
            text/*                                      | text/yaml
            APPLICATION/YAML                            | application/yaml
            text/html, application/yaml;q=0.9, */*;q=0.8 | application/yaml
            application/json;q=0.1, application/yaml    | application/yaml
            application/json;q=0, */*                   | application/yaml
            application/*;q=0.2, application/yaml;q=0.1 | application/json
            application/json;charset=UTF-8;q=0.5        | application/json
            """)
    void findsTheBestVariant(String accept, String expected) {
        assertThat(Accept.of(accept).best(VARIANTS)).get().returns(expected, Page::type);
    }

    @ParameterizedTest
    @CsvSource({"text/csv", "nonsense", "application/json;q=0", "image/*"})
    void findsNoneThatIsNotAccepted(String accept) {
        assertThat(Accept.of(accept).best(VARIANTS)).isEmpty();
    }

    @Test
    void takesTheFirstVariantWithoutAHeader() {
        assertThat(Accept.of(null).best(VARIANTS)).contains(VARIANTS.get(0));
    }

    @Test
    void givesAnOnlyVariantToEverybody() {
        assertThat(Accept.of("text/csv").best(VARIANTS.subList(0, 1))).contains(VARIANTS.get(0));
    }
}
