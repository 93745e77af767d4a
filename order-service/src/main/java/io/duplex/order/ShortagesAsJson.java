package io.duplex.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shortages as the JSON that they are stored as. */
@Converter
class ShortagesAsJson implements AttributeConverter<List<Shortage>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<Shortage> shortages) {
        try {
            return shortages == null || shortages.isEmpty() ? null : JSON.writeValueAsString(shortages);
        } catch (JsonProcessingException notSerializable) {
            throw new IllegalArgumentException(notSerializable);
        }
    }

    @Override
    public List<Shortage> convertToEntityAttribute(@Nullable String stored) {
        try {
            return stored == null ? List.of() : JSON.readValue(stored, new TypeReference<List<Shortage>>() {});
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException(notOurs);
        }
    }
}
