package io.duplex.e2e.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A suite's {@code run.json}, read anew at every question: processes come and go. */
public final class RunFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    RunFile(Path folder) {
        this.file = folder.resolve("run.json");
    }

    /** Where the gateway is. */
    public String baseUrl() {
        return read().path("baseUrl").asText("not yet");
    }

    /** What Kafka's clients connect to. */
    public String bootstrapServers() {
        return read().path("kafka").asText();
    }

    /** The names of the processes that begin so: {@code order-service} stands for all its replicas. */
    public List<String> names(String prefix) {
        return processes()
                .map(process -> process.path("name").asText())
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    /** The process id behind a name right now. */
    public long pid(String name) {
        return process(name).path("pid").asLong();
    }

    /** Where a process listens. */
    public String url(String name) {
        return "http://127.0.0.1:" + process(name).path("port").asInt();
    }

    String jdbcUrl(String database) {
        var url = read().path("databases").path(database).path("url").asText();
        return url.isEmpty()
                ? "jdbc:postgresql://127.0.0.1:"
                        + process("postgresql").path("port").asInt() + "/" + database
                : url;
    }

    String password(String role) {
        try {
            return Files.readString(Path.of(read().path("secrets").asText(), role + ".password"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode process(String name) {
        return processes()
                .filter(process -> process.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process " + name));
    }

    private Stream<JsonNode> processes() {
        return StreamSupport.stream(read().path("processes").spliterator(), false);
    }

    private JsonNode read() {
        try {
            return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
