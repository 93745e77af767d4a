package io.duplex.invoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Rows as one parameter of a set-based statement, which reads them by {@code json_to_recordset}, and the way back; fields
 * are named as columns are.
 */
@Singleton
class SqlJson {
    private final ObjectMapper json;

    SqlJson(ObjectMapper json) {
        this.json = json.copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    }

    String write(List<?> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalArgumentException(notSerializable);
        }
    }

    <T> List<T> read(String rows, Class<T> type) {
        try {
            return json.readerForListOf(type).readValue(rows);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException(notOurs);
        }
    }
}
