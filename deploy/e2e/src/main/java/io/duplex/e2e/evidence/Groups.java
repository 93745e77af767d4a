package io.duplex.e2e.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The services' consumer groups: how far they are behind, and whether anybody is there. */
public final class Groups implements AutoCloseable {
    private static final int PARTITIONS = 6;

    private final Admin admin;

    /** Groups of a running broker. */
    public Groups(String bootstrapServers) {
        admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000));
    }

    /** A group's partition that is not at its end. */
    private record Behind(String group, TopicPartition partition, long records) {
        @Override
        public String toString() {
            return "%s is %d records behind on %s".formatted(group, records, partition);
        }
    }

    /** The partitions that have records which their group has not done with. */
    public List<String> behind() {
        var ends = ends();
        return groups(subscription -> true).stream()
                .flatMap(group -> behind(group, ends).stream())
                .map(Behind::toString)
                .toList();
    }

    private List<Behind> behind(String group, Map<TopicPartition, Long> ends) {
        var committed = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        var behind = new ArrayList<Behind>();
        for (var partition : partitions(group)) {
            var offset = committed.get(partition);
            var records = ends.getOrDefault(partition, 0L) - (offset == null ? 0 : offset.offset());
            if (records > 0) {
                behind.add(new Behind(group, partition, records));
            }
        }
        return behind;
    }

    /** The partitions that no member of their group reads. */
    public List<String> abandoned() {
        var unread = new ArrayList<String>();
        get(admin.describeConsumerGroups(groups(subscription -> true)).all()).forEach((name, group) -> {
            var read = assigned(group);
            partitions(name).stream()
                    .filter(partition -> !read.contains(partition))
                    .forEach(partition -> unread.add(name + " does not read " + partition));
        });
        return unread;
    }

    private static Set<TopicPartition> assigned(ConsumerGroupDescription group) {
        return group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toSet());
    }

    /** Sets a service's groups back to the beginning of all that they read; nobody of them may be there. */
    public void rewind(String service) {
        for (var group : groupsOf(service)) {
            var beginning = partitions(group).stream()
                    .collect(Collectors.toMap(each -> each, each -> new OffsetAndMetadata(0)));
            get(admin.alterConsumerGroupOffsets(group, beginning).all());
        }
    }

    /** How many members a service's groups have. */
    public int members(String service) {
        return get(admin.describeConsumerGroups(groupsOf(service)).all()).values().stream()
                .mapToInt(group -> group.members().size())
                .sum();
    }

    /** Where each partition of the services' topics ends. */
    public Map<TopicPartition, Long> ends() {
        var latest = Topics.NAMES.stream()
                .flatMap(Groups::partitionsOf)
                .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
        return get(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /** The services that listen to something. */
    public static List<String> services() {
        return Subscription.ALL.stream().map(Subscription::service).distinct().toList();
    }

    private static List<String> groupsOf(String service) {
        return groups(subscription -> subscription.service().equals(service));
    }

    private static List<String> groups(Predicate<Subscription> wanted) {
        return Subscription.ALL.stream()
                .filter(wanted)
                .map(Subscription::group)
                .distinct()
                .toList();
    }

    private static List<TopicPartition> partitions(String group) {
        return Subscription.ALL.stream()
                .filter(subscription -> subscription.group().equals(group))
                .map(Subscription::topic)
                .flatMap(Groups::partitionsOf)
                .toList();
    }

    private static Stream<TopicPartition> partitionsOf(String topic) {
        return IntStream.range(0, PARTITIONS).mapToObj(partition -> new TopicPartition(topic, partition));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
