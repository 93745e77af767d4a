package io.duplex.chassis.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * How JSON is written everywhere, and read from events and from other services: unknown fields are theirs to add.
 */
@Singleton
class JsonSettings implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(MoneyJson.module()).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
