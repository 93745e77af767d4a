package io.duplex.contracts.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds data against JSON schemas; formats such as uuid and date-time are asserted, not just noted. */
public final class JsonSchemas {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final Schema META_SCHEMA =
            REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    private JsonSchemas() {}

    /** Where data does not fit a schema (2020-12 unless it names another), a sentence for each place. */
    public static Stream<String> misfits(JsonNode schema, JsonNode data) {
        return misfits(schema).apply(data);
    }

    /** Where data does not fit this schema, for much data and one schema. */
    public static Function<JsonNode, Stream<String>> misfits(JsonNode schema) {
        Schema read = REGISTRY.getSchema(schema);
        return data -> read.validate(data).stream().map(Error::toString);
    }

    /** What is wrong with a schema itself. */
    public static Stream<String> faults(JsonNode schema) {
        return META_SCHEMA.validate(schema).stream().map(Error::toString);
    }
}
