package io.duplex.contracts.asyncapi;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.duplex.contracts.asyncapi.AsyncApi.Operation;
import io.duplex.contracts.suite.Rule;
import io.duplex.contracts.suite.Service;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules for what a service sends and receives: against its neighbours' documents, its settings and its code. */
final class OperationRules {
    private static final Pattern LISTENER =
            Pattern.compile("\\.on(?:Snapshot)?\\(\\s*\"duplex\\.([A-Za-z]+\\.v[0-9]+)\"");
    private static final Pattern CHANNEL = Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.connector");

    private OperationRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                new Rule("every message is sent by one operation", OperationRules::sent),
                new Rule("only one service sends to a topic", OperationRules::senders),
                new Rule("every received message is the one that its producer sends there", OperationRules::received),
                new Rule("what is received is what the service keeps copies of and handles", OperationRules::handled),
                new Rule("groups and topics are those of application.properties", OperationRules::configured));
    }

    private static Stream<String> sent(Service service) {
        AsyncApi document = document(service);
        return document.messages().keySet().stream()
                .filter(event -> document.operations("send")
                                .filter(operation ->
                                        operation.definitionOf(event).equals(ownDefinition(event)))
                                .filter(operation -> operation.messages().contains(event))
                                .count()
                        != 1)
                .map(event -> event + " is not sent by exactly one operation");
    }

    private static Stream<String> senders(Service service) {
        return document(service)
                .operations("send")
                .map(Operation::address)
                .distinct()
                .flatMap(address -> service.suite().stream()
                        .filter(other -> !other.name().equals(service.name()))
                        .filter(other -> sendsTo(other, address))
                        .map(other -> other.name() + " sends to " + address + ", too"));
    }

    private static Stream<String> received(Service service) {
        return document(service).operations("receive").flatMap(operation -> {
            Optional<Service> producer = service.suite().stream()
                    .filter(other -> sendsTo(other, operation.address()))
                    .findFirst();
            return operation.messages().stream()
                    .filter(event -> producer.isEmpty() || !isSentBy(producer.get(), service, operation, event))
                    .map(event ->
                            operation.name() + " receives " + event + ", which nobody sends to " + operation.address());
        });
    }

    private static boolean isSentBy(Service producer, Service receiver, Operation operation, String event) {
        String place =
                producer.name().equals(receiver.name()) ? "" : "../../" + producer.name() + "/contracts/asyncapi.yaml";
        String definition = place + ownDefinition(event);
        return operation.definitionOf(event).equals(definition)
                && document(producer).addressesOf("send", event).contains(operation.address());
    }

    /** Of what a service hears from itself it keeps no copy: the example lies beside the schema. */
    private static Stream<String> handled(Service service) {
        Set<String> described = document(service)
                .operations("receive")
                .flatMap(operation -> operation.messages().stream())
                .collect(toCollection(TreeSet::new));
        Set<String> handled = service.sources().stream()
                .flatMap(source -> LISTENER.matcher(source).results())
                .map(listener -> listener.group(1))
                .collect(toCollection(TreeSet::new));
        Set<String> copied = new TreeSet<>(service.consumed().keySet());
        described.stream().filter(event -> service.schemas().containsKey(event)).forEach(copied::add);
        return described.equals(handled) && described.equals(copied)
                ? Stream.empty()
                : Stream.of(
                        "asyncapi.yaml receives %s, src/test/resources/contracts/consumed has %s, the code handles %s"
                                .formatted(described, copied, handled));
    }

    private static Stream<String> configured(Service service) {
        Set<String> described = document(service)
                .operations("receive")
                .map(operation -> operation.address() + " as " + operation.group())
                .collect(toCollection(TreeSet::new));
        Properties settings = service.settings();
        Set<String> configured = settings.stringPropertyNames().stream()
                .flatMap(name -> CHANNEL.matcher(name).results())
                .map(match -> match.group(1))
                .flatMap(channel -> topics(settings, channel)
                        .map(topic -> topic + " as " + setting(settings, channel, "group.id", "nobody")))
                .collect(toSet());
        return described.equals(configured)
                ? Stream.empty()
                : Stream.of("asyncapi.yaml receives %s, application.properties %s"
                        .formatted(described, new TreeSet<>(configured)));
    }

    private static Stream<String> topics(Properties settings, String channel) {
        String one = setting(settings, channel, "topic", channel);
        return Stream.of(setting(settings, channel, "topics", one).split(",", -1));
    }

    private static String setting(Properties settings, String channel, String name, String otherwise) {
        return settings.getProperty("mp.messaging.incoming." + channel + "." + name, otherwise);
    }

    private static boolean sendsTo(Service service, String address) {
        return document(service)
                .operations("send")
                .anyMatch(operation -> operation.address().equals(address));
    }

    private static String ownDefinition(String event) {
        return "#/components/messages/" + event;
    }

    private static AsyncApi document(Service service) {
        return new AsyncApi(service.asyncApi());
    }
}
