package io.duplex.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.suite.Documents;
import io.duplex.contracts.suite.Service;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The events that a service listens to, by its copies of their examples, against the records that it reads them into. */
public final class ConsumedEvents {
    private final Service service;

    private ConsumedEvents(Service service) {
        this.service = service;
    }

    /** What the service in this folder listens to. */
    public static ConsumedEvents of(Path folder) {
        return new ConsumedEvents(Service.at(folder));
    }

    /** Their names, as in {@code OrderCreated.v1}. */
    public Set<String> names() {
        return service.consumed().keySet();
    }

    /** The copy of an event's example, as JSON. */
    public String copyOf(String event) {
        return Documents.read(service.copyOf(event)).toString();
    }

    /**
     * Fails unless all that was read of an event is in its copy: no field of the record is null, made up or renamed.
     *
     * @param written the record into which the copy was read, written as JSON
     */
    public void requireRead(String event, String written) {
        assertThat(misread("", Documents.parse(written), Documents.parse(copyOf(event))))
                .as("%s as %s reads it", event, service.name())
                .isEmpty();
    }

    private static Stream<String> misread(String place, JsonNode read, JsonNode copy) {
        if (read.isObject()) {
            return read.properties().stream()
                    .flatMap(field ->
                            misread(place + "/" + field.getKey(), field.getValue(), copy.path(field.getKey())));
        }
        if (read.isArray() && read.size() == copy.size()) {
            return IntStream.range(0, read.size())
                    .boxed()
                    .flatMap(index -> misread(place + "/" + index, read.get(index), copy.get(index)));
        }
        return !read.isNull() && read.equals(copy)
                ? Stream.empty()
                : Stream.of("%s is read as %s, told as %s".formatted(place, read, copy));
    }
}
