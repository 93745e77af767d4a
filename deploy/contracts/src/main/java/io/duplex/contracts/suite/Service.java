package io.duplex.contracts.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A service as its folder shows it. Events are named as in {@code OrderCreated.v1}. */
public final class Service {
    private static final String SCHEMA = ".schema.json";
    private static final String EXAMPLE = ".example.json";
    private static final String CONSUMED = "src/test/resources/contracts/consumed";

    private final Path folder;

    private Service(Path folder) {
        this.folder = folder;
    }

    /** The service whose folder this is. */
    public static Service at(Path folder) {
        return new Service(folder.toAbsolutePath().normalize());
    }

    /** The services whose folders lie in this one: those with contracts. */
    public static List<Service> in(Path suite) {
        try (Stream<Path> folders = Files.list(suite)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("contracts/events")))
                    .map(Service::at)
                    .sorted(Comparator.comparing(Service::name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The folder's name, such as {@code order-service}. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** This service and its neighbours. */
    public List<Service> suite() {
        return in(folder.resolveSibling(""));
    }

    /** The schemas of the events that it promises. */
    public SortedMap<String, Path> schemas() {
        return files("contracts/events", SCHEMA);
    }

    /** The examples of the events that it promises. */
    public SortedMap<String, Path> examples() {
        return files("contracts/events", EXAMPLE);
    }

    /** A promised event's schema; a missing node when it is not promised. */
    public JsonNode schema(String event) {
        return Documents.read(folder.resolve("contracts/events/" + event + SCHEMA));
    }

    /** A promised event's example; a missing node when there is none. */
    public JsonNode example(String event) {
        return Documents.read(folder.resolve("contracts/events/" + event + EXAMPLE));
    }

    /** The schemas of the last release. */
    public SortedMap<String, Path> released() {
        return files("contracts/released/events", SCHEMA);
    }

    /** Its copies of the examples of events that it listens to. */
    public SortedMap<String, Path> consumed() {
        return files(CONSUMED, EXAMPLE);
    }

    /** Its copy of the example of an event that it listens to. */
    public Path copyOf(String event) {
        return folder.resolve(CONSUMED).resolve(event + EXAMPLE);
    }

    /** Its AsyncAPI document. */
    public JsonNode asyncApi() {
        return Documents.read(folder.resolve("contracts/asyncapi.yaml"));
    }

    /** Its OpenAPI document. */
    public JsonNode openApi() {
        return Documents.read(folder.resolve("contracts/openapi.yaml"));
    }

    /** The OpenAPI document of the last release; a missing node before the first. */
    public JsonNode releasedOpenApi() {
        return Documents.read(folder.resolve("contracts/released/openapi.yaml"));
    }

    /** What its {@code application.properties} say. */
    public Properties settings() {
        Properties settings = new Properties();
        try (Reader text = Files.newBufferedReader(folder.resolve("src/main/resources/application.properties"))) {
            settings.load(text);
            return settings;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text of its Java sources, without tests. */
    public List<String> sources() {
        try (Stream<Path> files = Files.walk(folder.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Service::text)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private SortedMap<String, Path> files(String where, String suffix) {
        SortedMap<String, Path> found = new TreeMap<>();
        Path place = folder.resolve(where);
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.list(place)) {
                files.filter(file -> file.toString().endsWith(suffix))
                        .forEach(file -> found.put(file.getFileName().toString().replace(suffix, ""), file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
