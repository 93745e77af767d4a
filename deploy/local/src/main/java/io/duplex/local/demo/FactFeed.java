package io.duplex.local.demo;

import io.duplex.embedded.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The facts of all topics, from the moment of opening on. */
final class FactFeed implements Facts, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final BlockingQueue<Fact> facts = new LinkedBlockingQueue<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread reader;

    private FactFeed(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
        this.reader = new Thread(this::read, "facts");
        reader.setDaemon(true);
        reader.start();
    }

    /** Listens to every partition of every topic, without a consumer group. */
    static FactFeed open(String bootstrapServers) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Topics.NAMES.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return new FactFeed(consumer);
    }

    private void read() {
        try (consumer) {
            while (!Thread.currentThread().isInterrupted()) {
                for (var event : consumer.poll(POLL)) {
                    facts.add(Fact.of(event, System.nanoTime()));
                }
            }
        } catch (WakeupException closed) {
            // close() was called
        }
    }

    @Override
    public Optional<Fact> next(Duration patience) {
        try {
            return Optional.ofNullable(facts.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
