package io.duplex.inventory.messaging;

import static io.duplex.inventory.Warehouse.orderCreated;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.duplex.embedded.TestTopics.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Batches of orders as one replica, or several at once, would get them from their partitions. */
record OrderBatches(OrderListener listener) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    void consume(List<Sent> batch) {
        listener.on(records(batch)).await().atMost(PATIENCE);
    }

    void consumeInParallel(List<List<Sent>> batches) throws ExecutionException, InterruptedException {
        CompletableFuture.allOf(batches.stream().map(this::begin).toArray(CompletableFuture<?>[]::new))
                .get();
    }

    CompletableFuture<Void> begin(List<Sent> batch) {
        return listener.on(records(batch)).ifNoItem().after(PATIENCE).fail().subscribeAsCompletionStage();
    }

    static List<Sent> orders(int count, Map<String, Integer> quantities) {
        return IntStream.range(0, count)
                .mapToObj(n -> orderCreated(UUID.randomUUID(), quantities))
                .toList();
    }

    private static ConsumerRecords<String, byte[]> records(List<Sent> batch) {
        return new ConsumerRecords<>(
                Map.of(
                        new TopicPartition("orders", 0),
                        batch.stream().map(OrderBatches::received).toList()),
                Map.of());
    }

    private static ConsumerRecord<String, byte[]> received(Sent event) {
        var message =
                new ConsumerRecord<>("orders", 0, 0, event.key(), event.json().getBytes(UTF_8));
        Map.of(
                        "ce_id", event.id().toString(),
                        "ce_type", event.type(),
                        "ce_time", Instant.now().toString(),
                        "ce_sequence", "1")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }
}
