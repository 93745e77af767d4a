package io.duplex.chassis.kafka;

import io.duplex.chassis.outbox.OutboxSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker how far this service's groups have come on the topics that they listen to. */
@Singleton
class ProgressReader {
    private final LosslessClients clients;
    private final Broker broker;
    private final Set<String> written;

    ProgressReader(LosslessClients clients, Broker broker, OutboxSettings outbox) {
        this.clients = clients;
        this.broker = broker;
        this.written = outbox.topics().orElse(Set.of());
    }

    Uni<Progress> read() {
        var channels = clients.incoming();
        var topics = new TreeSet<>(written);
        channels.forEach(channel -> topics.addAll(channel.topics()));
        return topics.isEmpty()
                ? Uni.createFrom().item(Progress.NONE)
                : broker.partitions(topics).chain(existing -> read(channels, topics, existing));
    }

    private Uni<Progress> read(
            Collection<IncomingChannel> channels, Set<String> topics, Map<String, List<TopicPartition>> existing) {
        var missing = new TreeSet<>(topics);
        missing.removeAll(existing.keySet());
        return channels.isEmpty()
                ? Uni.createFrom().item(new Progress(List.of(), missing))
                : Uni.join()
                        .all(channels.stream()
                                .map(channel -> positions(channel, existing))
                                .toList())
                        .andFailFast()
                        .map(found -> new Progress(
                                found.stream().flatMap(List::stream).toList(), missing));
    }

    private Uni<List<Position>> positions(IncomingChannel channel, Map<String, List<TopicPartition>> existing) {
        var partitions = channel.topics().stream()
                .map(existing::get)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
        return broker.positions(channel.group(), partitions);
    }
}
