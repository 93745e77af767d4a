package io.duplex.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.contracts.suite.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemasTest {
    @ParameterizedTest
    @CsvSource({
        "uuid, 01991f7e-5b1c-7c3e-9a57-6d1f0a3c2b10, 01991f7e",
        "date-time, 2026-11-21T10:00:00.123Z, 2026-11-21 10:00",
        "date, 2026-11-21, 2026-02-30"
    })
    void assertsFormats(String format, String good, String bad) {
        var schema = Documents.parse("{\"type\":\"string\",\"format\":\"%s\"}".formatted(format));

        assertThat(JsonSchemas.misfits(schema, Documents.parse('"' + good + '"')))
                .isEmpty();
        assertThat(JsonSchemas.misfits(schema, Documents.parse('"' + bad + '"')))
                .hasSize(1);
    }

    @Test
    void findsFaultsOfASchemaItself() {
        assertThat(JsonSchemas.faults(Documents.parse("{\"type\":\"text\"}"))).isNotEmpty();
        assertThat(JsonSchemas.faults(Documents.parse("{\"type\":\"string\"}"))).isEmpty();
    }
}
