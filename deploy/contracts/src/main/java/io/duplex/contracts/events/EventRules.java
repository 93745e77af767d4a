package io.duplex.contracts.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.schema.Compatibility;
import io.duplex.contracts.schema.Direction;
import io.duplex.contracts.schema.JsonSchemas;
import io.duplex.contracts.suite.Documents;
import io.duplex.contracts.suite.Rule;
import io.duplex.contracts.suite.Service;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** The rules for the files that describe events: promised, released and consumed ones. */
public final class EventRules {
    private EventRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new Rule("every event has a valid schema that says its name", EventRules::schemas),
                new Rule("every event has an example that fits its schema", EventRules::examples),
                new Rule("every released event is still promised, compatibly", EventRules::released),
                new Rule("every consumed event is another service's, as its example shows it", EventRules::consumed));
    }

    private static Stream<String> schemas(Service service) {
        return service.schemas().entrySet().stream().flatMap(entry -> {
            JsonNode schema = Documents.read(entry.getValue());
            String file = entry.getKey() + ".schema.json";
            boolean named = schema.path("title").asText().equals(nameOf(entry.getKey()))
                    && schema.path("$id").asText().equals("https://duplex.example/events/" + file);
            return Stream.concat(
                    JsonSchemas.faults(schema).map(fault -> "events/" + file + " " + fault),
                    named ? Stream.empty() : Stream.of("events/" + file + " has another title or $id"));
        });
    }

    private static Stream<String> examples(Service service) {
        Stream<String> alone = service.examples().keySet().stream()
                .filter(event -> !service.schemas().containsKey(event))
                .map(event -> "events/" + event + ".example.json has no schema beside it");
        Stream<String> unfit = service.schemas().keySet().stream()
                .flatMap(event -> service.examples().containsKey(event)
                        ? misfits(
                                service,
                                event,
                                Documents.read(service.examples().get(event)))
                        : Stream.of("events/" + event + ".schema.json has no example beside it"));
        return Stream.concat(alone, unfit);
    }

    private static Stream<String> released(Service service) {
        return service.released().entrySet().stream().flatMap(entry -> {
            JsonNode current = service.schema(entry.getKey());
            return current.isMissingNode()
                    ? Stream.of(service.name() + " " + entry.getKey() + ": released, and no longer promised")
                    : Compatibility.breaks(Documents.read(entry.getValue()), current, EnumSet.allOf(Direction.class))
                            .stream()
                            .map(broken -> service.name() + " " + entry.getKey() + " " + broken);
        });
    }

    private static Stream<String> consumed(Service service) {
        return service.consumed().entrySet().stream().flatMap(entry -> {
            String event = entry.getKey();
            List<Service> producers = service.suite().stream()
                    .filter(other -> !other.name().equals(service.name()))
                    .filter(other -> other.schemas().containsKey(event))
                    .toList();
            return producers.size() == 1
                    ? drift(producers.get(0), event, Documents.read(entry.getValue()))
                    : Stream.of("consumed/" + event + " is promised by " + producers.size() + " services");
        });
    }

    private static Stream<String> drift(Service producer, String event, JsonNode copy) {
        Stream<String> different = producer.example(event).equals(copy)
                ? Stream.empty()
                : Stream.of("consumed/" + event + " is not the example of " + producer.name());
        return Stream.concat(different, misfits(producer, event, copy));
    }

    private static Stream<String> misfits(Service producer, String event, JsonNode data) {
        return JsonSchemas.misfits(producer.schema(event), data)
                .map(misfit -> event + " does not fit the schema of " + producer.name() + ": " + misfit);
    }

    private static String nameOf(String event) {
        return event.replaceFirst("\\.v[1-9][0-9]*$", "");
    }
}
