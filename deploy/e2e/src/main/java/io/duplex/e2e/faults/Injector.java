package io.duplex.e2e.faults;

import io.duplex.e2e.evidence.Poison;
import io.duplex.e2e.evidence.Subscription;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes poison, and notes whose dead letter it has to become. */
final class Injector implements AutoCloseable {
    private static final String NOBODY_HANDLES = "duplex.NotificationSent.v1";

    private final KafkaProducer<byte @Nullable [], byte @Nullable []> producer;
    private final Poison poison;

    Injector(String bootstrapServers, Poison poison) {
        this.poison = poison;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Publishes a record of a kind under a key, as an event that somebody handles where there is one on this topic. */
    void inject(PoisonKind kind, String topic, String key, Random random) {
        var type = handledOn(topic);
        var place = sent(kind, topic, type, key, random);
        if (kind.isPoison()) {
            Subscription.ALL.stream()
                    .filter(each -> each.topic().equals(topic) && !each.looksOn())
                    .filter(each -> !kind.hasEnvelope() || each.handles(topic, type))
                    .forEach(each -> poison.expect(each.consumer(), topic, place.partition(), place.offset()));
        }
    }

    private static String handledOn(String topic) {
        return Subscription.ALL.stream()
                .filter(subscription -> subscription.topic().equals(topic))
                .flatMap(subscription -> subscription.types().stream())
                .sorted()
                .findFirst()
                .orElse(NOBODY_HANDLES);
    }

    private RecordMetadata sent(PoisonKind kind, String topic, String type, String key, Random random) {
        try {
            return producer.send(kind.record(topic, type, key, random)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
