package io.duplex.chassis.kafka;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** What the broker knows of topics and groups. Every question is asynchronous and fails after some seconds. */
@Singleton
class Broker {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;

    Broker(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 10_000);
        admin = Admin.create(settings);
    }

    /** The partitions of each of these topics that exists. */
    Uni<Map<String, List<TopicPartition>>> partitions(Set<String> topics) {
        var described = admin.describeTopics(topics).topicNameValues().values().stream()
                .map(Broker::ifItExists)
                .toList();
        return Uni.join().all(described).andFailFast().map(found -> found.stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(TopicDescription::name, Broker::partitions)));
    }

    private static Uni<Optional<TopicDescription>> ifItExists(KafkaFuture<TopicDescription> topic) {
        return uni(topic)
                .map(Optional::of)
                .onFailure(UnknownTopicOrPartitionException.class)
                .recoverWithItem(Optional.empty());
    }

    private static List<TopicPartition> partitions(TopicDescription topic) {
        return IntStream.range(0, topic.partitions().size())
                .mapToObj(number -> new TopicPartition(topic.name(), number))
                .toList();
    }

    /** Where a group stands on each of these partitions; at the first event that is kept where it has committed nothing. */
    Uni<List<Position>> positions(String group, Collection<TopicPartition> partitions) {
        return Uni.combine()
                .all()
                .unis(
                        uni(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()),
                        offsets(partitions, OffsetSpec.earliest()),
                        offsets(partitions, OffsetSpec.latest()))
                .with((committed, first, end) -> partitions.stream()
                        .map(partition -> position(group, partition, committed.get(partition), first, end))
                        .toList());
    }

    private static Position position(
            String group,
            TopicPartition partition,
            @Nullable OffsetAndMetadata committed,
            Map<TopicPartition, Long> first,
            Map<TopicPartition, Long> end) {
        var kept = first.getOrDefault(partition, 0L);
        var next = committed == null ? kept : Math.max(kept, committed.offset());
        return new Position(group, partition, next, end.getOrDefault(partition, next));
    }

    private Uni<Map<TopicPartition, Long>> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        var asked = partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        return uni(admin.listOffsets(asked).all()).map(found -> found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset())));
    }

    private static <T> Uni<T> uni(KafkaFuture<T> answer) {
        return Uni.createFrom().completionStage(answer.toCompletionStage());
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }
}
