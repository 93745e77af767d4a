package io.duplex.contracts.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.duplex.contracts.schema.JsonSchemas;
import io.duplex.contracts.suite.Documents;
import io.duplex.contracts.suite.Rule;
import io.duplex.contracts.suite.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules for a service's AsyncAPI document: its form, its messages and its topics. */
public final class AsyncApiRules {
    private static final Set<String> REQUIRED = Set.of(
            "ce_specversion",
            "ce_id",
            "ce_source",
            "ce_type",
            "ce_time",
            "ce_subject",
            "ce_dataschema",
            "ce_partitionkey",
            "ce_sequence",
            "content-type");
    private static final Set<String> OPTIONAL = Set.of("ce_correlationid", "ce_causationid", "traceparent");

    private AsyncApiRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return Stream.concat(
                        Stream.of(
                                new Rule("asyncapi.yaml is an AsyncAPI 3.0.0 document", AsyncApiRules::form),
                                new Rule(
                                        "every event is a message with its schema and example",
                                        AsyncApiRules::messages),
                                new Rule("every message has all CloudEvents headers", AsyncApiRules::headers),
                                new Rule("every message says what its key is", AsyncApiRules::keys),
                                new Rule("every channel is a topic with its settings", AsyncApiRules::channels)),
                        OperationRules.all())
                .toList();
    }

    private static Stream<String> form(Service service) {
        JsonNode document = service.asyncApi();
        return document.isMissingNode()
                ? Stream.of("there is no contracts/asyncapi.yaml")
                : JsonSchemas.misfits(Documents.specification("asyncapi-3.0.0"), document)
                        .map(misfit -> "asyncapi.yaml " + misfit);
    }

    private static Stream<String> messages(Service service) {
        AsyncApi document = new AsyncApi(service.asyncApi());
        Set<String> all = new TreeSet<>(service.schemas().keySet());
        all.addAll(document.messages().keySet());
        return all.stream()
                .filter(event -> !isFaithful(service, document, event))
                .map(event -> "asyncapi.yaml#/components/messages/" + event
                        + " is not the message with the schema and example of contracts/events");
    }

    private static boolean isFaithful(Service service, AsyncApi document, String event) {
        JsonNode message = document.messages().get(event);
        return message != null
                && message.path("name").asText().equals("duplex." + event)
                && AsyncApi.reference(message.path("payload")).equals("./events/" + event + ".schema.json")
                && message.path("contentType").asText().equals("application/json")
                && message.at("/examples/0/payload").equals(service.example(event));
    }

    private static Stream<String> headers(Service service) {
        AsyncApi document = new AsyncApi(service.asyncApi());
        Stream<String> elsewhere = document.messages().entrySet().stream()
                .filter(entry -> !AsyncApi.reference(entry.getValue().path("headers"))
                        .equals("#/components/schemas/" + AsyncApi.HEADERS))
                .map(entry -> entry.getKey() + " does not have the shared headers");
        return isComplete(service, document.headers())
                ? elsewhere
                : Stream.concat(elsewhere, Stream.of(AsyncApi.HEADERS + " is not complete"));
    }

    private static boolean isComplete(Service service, JsonNode headers) {
        Set<String> described = new HashSet<>();
        headers.path("properties").fieldNames().forEachRemaining(described::add);
        Set<String> required = new HashSet<>();
        headers.path("required").forEach(name -> required.add(name.asText()));
        String source = headers.at("/properties/ce_source/const").asText();
        return required.equals(REQUIRED)
                && described.containsAll(REQUIRED)
                && described.containsAll(OPTIONAL)
                && source.equals("/duplex/" + service.name());
    }

    private static Stream<String> keys(Service service) {
        return new AsyncApi(service.asyncApi())
                .messages().entrySet().stream()
                        .filter(entry -> !entry.getValue()
                                .at("/bindings/kafka/key/type")
                                .asText()
                                .equals("string"))
                        .map(entry -> entry.getKey() + " has no Kafka binding for its key");
    }

    private static Stream<String> channels(Service service) {
        return new AsyncApi(service.asyncApi())
                .channels().entrySet().stream()
                        .filter(entry -> !isTopic(entry.getValue()))
                        .map(entry -> "the channel " + entry.getKey()
                                + " is not bound to its topic with 6 partitions, 7 days and 1 MiB");
    }

    private static boolean isTopic(JsonNode channel) {
        JsonNode binding = channel.path("bindings").path("kafka");
        JsonNode settings = binding.path("topicConfiguration");
        return binding.path("topic").asText().equals(channel.path("address").asText())
                && binding.path("partitions").asInt() == 6
                && settings.path("retention.ms").asLong() == 604_800_000
                && settings.path("max.message.bytes").asInt() == 1_048_576;
    }
}
