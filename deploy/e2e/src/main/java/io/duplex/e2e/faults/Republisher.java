package io.duplex.e2e.faults;

import io.duplex.e2e.evidence.Topics;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes records a second time: same partition, key, headers and value. */
public final class Republisher implements AutoCloseable {
    private final KafkaProducer<byte @Nullable [], byte @Nullable []> producer;

    /** Publishes to a running broker. */
    public Republisher(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Publishes those of the records that have been added to the topics which are chosen; how many they were. */
    public int republish(Topics topics, Predicate<ConsumerRecord<byte @Nullable [], byte @Nullable []>> chosen) {
        var count = new int[1];
        topics.readOn(found -> {
            if (chosen.test(found)) {
                var unused = producer.send(new ProducerRecord<>(
                        found.topic(), found.partition(), found.key(), found.value(), found.headers()));
                count[0]++;
            }
        });
        producer.flush();
        return count[0];
    }

    @Override
    public void close() {
        producer.close();
    }
}
