package io.duplex.e2e.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads all topics from the beginning, and later on what has been added; one thread at a time. */
public final class Topics implements AutoCloseable {
    /** The topics of the suite. */
    public static final List<String> NAMES =
            List.of("orders", "reservations", "stock", "shipments", "invoices", "notifications");

    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    static {
        KAFKA.setLevel(Level.SEVERE);
    }

    private final KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();

    /** Topics of a running broker. */
    public Topics(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.poll.records", 5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        for (var topic : NAMES) {
            consumer.partitionsFor(topic)
                    .forEach(found -> partitions.add(new TopicPartition(topic, found.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Goes on from the end, as if all that is there had been read. */
    public Topics fromEnd() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return this;
    }

    /** Reads everything that has been added since the last time, up to the ends of this moment. */
    public void readOn(Consumer<ConsumerRecord<byte @Nullable [], byte @Nullable []>> reader) {
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(reader);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
