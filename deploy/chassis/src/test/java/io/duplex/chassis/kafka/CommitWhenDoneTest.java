package io.duplex.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitWhenDoneTest {
    private static final TopicPartition PARTITION = new TopicPartition("orders", 3);

    private final List<Object> attempts = new CopyOnWriteArrayList<>();
    private final CommitWhenDone commits = new CommitWhenDone(refusing(2));

    @BeforeEach
    void own() {
        commits.partitionsAssigned(List.of(PARTITION));
    }

    @Test
    void commitsAgainWhatARebalanceHasRefused() {
        done(17);

        await().untilAsserted(() -> assertThat(attempts).hasSize(3));
        assertThat(attempts).containsOnly(Map.of(PARTITION, new OffsetAndMetadata(18)));
    }

    @Test
    void commitsTheLatestWhenMoreIsDoneMeanwhile() {
        done(17);
        done(18);

        await().untilAsserted(() -> assertThat(attempts).hasSize(3));
        assertThat(attempts.get(2)).isEqualTo(Map.of(PARTITION, new OffsetAndMetadata(19)));
    }

    @Test
    void forgetsWhatIsNoLongerOurs() {
        done(17);

        commits.partitionsRevoked(List.of(PARTITION));

        await().untilAsserted(() -> assertThat(attempts).contains("commitSync"));
        assertThat(attempts.stream().filter(Map.class::isInstance)).hasSizeLessThan(3);
    }

    /** The next owner may have read on: its offset must not be set back. */
    @Test
    void commitsNothingOfWhatWasTakenWhileItWasUnderWay() {
        commits.partitionsRevoked(List.of(PARTITION));

        done(17);

        await().during(Duration.ofMillis(500)).until(attempts::isEmpty);
    }

    private void done(long offset) {
        var record = new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, "key", "value");
        commits.handle(new IncomingKafkaRecord<>(record, "orders", 0, commits, null, false));
    }

    /** A Kafka client in the middle of a rebalance: so many commits are refused. */
    private KafkaConsumer<?, ?> refusing(int times) {
        var client = proxy(org.apache.kafka.clients.consumer.Consumer.class, (method, arguments) -> {
            attempts.add(method);
            return null;
        });
        return proxy(KafkaConsumer.class, (method, arguments) -> {
            if (method.equals("unwrap")) {
                return client;
            }
            attempts.add(arguments[0]);
            return attempts.size() <= times
                    ? Uni.createFrom().failure(new RebalanceInProgressException("not now"))
                    : Uni.createFrom().voidItem();
        });
    }

    private interface Answer {
        @Nullable
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
