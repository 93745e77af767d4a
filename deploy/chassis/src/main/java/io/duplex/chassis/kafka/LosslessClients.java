package io.duplex.chassis.kafka;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * Sees the settings of every Kafka client of this service as they really are, merged by the connector, before the client
 * is made: the service does not start with one that could lose, repeat or reorder events.
 */
@ApplicationScoped
class LosslessClients implements ClientCustomizer<Map<String, Object>> {
    private static final List<String> OF_THE_CONNECTOR = List.of("failure-strategy", "commit-strategy");

    private final Map<String, IncomingChannel> incoming = new ConcurrentHashMap<>();

    /** Changes nothing. */
    @Override
    public Map<String, Object> customize(String channel, Config connector, Map<String, Object> client) {
        var settings = settings(connector, client);
        var faults = client.containsKey(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG)
                ? SafeSettings.faultsOfOutgoing(channel, settings)
                : SafeSettings.faultsOfIncoming(channel, settings);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join(" ", faults));
        }
        if (client.containsKey(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG)) {
            var group = String.valueOf(client.get(ConsumerConfig.GROUP_ID_CONFIG));
            incoming.put(channel, new IncomingChannel(channel, group, topics(channel, connector)));
        }
        return client;
    }

    /** The channels that this service listens to, known when it has started. */
    Collection<IncomingChannel> incoming() {
        return incoming.values();
    }

    private static Map<String, String> settings(Config connector, Map<String, Object> client) {
        var settings = new TreeMap<String, String>();
        client.forEach((name, value) -> settings.put(name, String.valueOf(value)));
        OF_THE_CONNECTOR.forEach(
                name -> connector.getOptionalValue(name, String.class).ifPresent(value -> settings.put(name, value)));
        return settings;
    }

    private static Set<String> topics(String channel, Config connector) {
        var several =
                connector.getOptionalValues("topics", String.class).stream().flatMap(List::stream);
        var one = connector.getOptionalValue("topic", String.class).stream();
        var named = Set.copyOf(Stream.concat(several, one).toList());
        return named.isEmpty() ? Set.of(channel) : named;
    }
}
