package io.duplex.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What another service would send, and what another service would see, for the tests of one service. */
public final class TestTopics implements AutoCloseable {
    private final String bootstrapServers;
    private @Nullable KafkaProducer<String, byte[]> producer;

    /** Topics of the running broker; nothing is connected before it is used. */
    public TestTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** An event on the wire: CloudEvents in Kafka's binary mode. */
    public record Sent(UUID id, String type, String key, long sequence, String json) {
        /** A new event, the first of its aggregate. */
        public static Sent of(String type, String key, String json) {
            return new Sent(UUID.randomUUID(), type, key, 1, json);
        }

        /** The headers that it is sent with. */
        public Map<String, String> headers() {
            return Map.of(
                    "ce_specversion",
                    "1.0",
                    "ce_id",
                    id.toString(),
                    "ce_source",
                    "/duplex/test",
                    "ce_type",
                    type,
                    "ce_time",
                    Instant.now().toString(),
                    "ce_subject",
                    key,
                    "ce_sequence",
                    "%020d".formatted(sequence),
                    "ce_correlationid",
                    key,
                    "content-type",
                    "application/json");
        }
    }

    /** Sends an event; the call returns when the broker has it. Sending the same one again is a duplicate delivery. */
    public void send(String topic, Sent event) {
        send(topic, event.key(), event.json().getBytes(UTF_8), event.headers());
    }

    /** Sends any record, sound or not; the call returns when the broker has it. */
    public void send(String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
        try {
            producer().send(message).get();
        } catch (InterruptedException | ExecutionException notSent) {
            throw new IllegalStateException(notSent);
        }
    }

    /** All records of a topic that match, read from its beginning. */
    public List<ConsumerRecord<String, String>> read(String topic, Predicate<ConsumerRecord<String, String>> wanted) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found.stream().filter(wanted).toList();
    }

    /** The events of a type under a key, in order. */
    public List<ConsumerRecord<String, String>> read(String topic, String type, String key) {
        return read(
                topic,
                message ->
                        key.equals(message.key()) && header(message, "ce_type").equals(Optional.of(type)));
    }

    /** A header's value. */
    public static Optional<String> header(ConsumerRecord<String, String> message, String name) {
        return Optional.ofNullable(message.headers().lastHeader(name)).map(header -> new String(header.value(), UTF_8));
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
