package io.duplex.contracts.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads JSON and YAML. */
public final class Documents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Documents() {}

    /** The content of a file, YAML if it is named so and JSON otherwise; a missing node when there is no such file. */
    public static JsonNode read(Path file) {
        try {
            return Files.exists(file) ? reader(file).readTree(file.toFile()) : MissingNode.getInstance();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** JSON text as a tree. */
    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new UncheckedIOException(json, malformed);
        }
    }

    /** A specification's own schema, which this library carries. */
    public static JsonNode specification(String name) {
        try (InputStream schema = Documents.class.getResourceAsStream("/specifications/" + name + ".json")) {
            return JSON.readTree(schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    private static ObjectMapper reader(Path file) {
        return file.toString().endsWith(".yaml") ? YAML : JSON;
    }
}
