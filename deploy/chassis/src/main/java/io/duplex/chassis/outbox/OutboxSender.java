package io.duplex.chassis.outbox;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Hands batches to the one idempotent producer of this process, the client of the channel {@code outbox}. It does not
 * send through the channel: the connector would retry a record on its own, after records of the same key that follow it.
 */
@Singleton
class OutboxSender {
    /** A flush has the producer send at once what was handed over, in as few requests as there can be; it blocks. */
    private final ExecutorService flushing = Executors.newSingleThreadExecutor(OutboxSender::flusher);

    private final KafkaClientService clients;
    private final OutboxSettings settings;
    private final DistributionSummary batchSize;
    private final Timer latency;

    /**
     * Makes the one sender.
     *
     * @param channel sends nothing; without it the connector would warn that its channel is fed by nobody
     */
    OutboxSender(
            KafkaClientService clients,
            OutboxSettings settings,
            MeterRegistry metrics,
            @Channel("outbox") MutinyEmitter<byte[]> channel) {
        this.clients = clients;
        this.settings = settings;
        this.batchSize = DistributionSummary.builder("duplex.outbox.batch.size")
                .description("Events that were sent together")
                .register(metrics);
        this.latency = Timer.builder("duplex.outbox.latency")
                .description("From the creation of an event to its acknowledgement by Kafka")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(2))
                .register(metrics);
    }

    /**
     * The item arrives when Kafka has acknowledged every event. A failure says that some may be there and some not:
     * sending the same batch again repeats events, and never puts one before an earlier one of its key.
     */
    Uni<Void> send(List<OutboxRow> batch) {
        batchSize.record(batch.size());
        return clients.<String, byte[]>getProducer("outbox")
                .runOnSendingThread((Producer<String, byte[]> producer) -> handOver(batch, producer))
                .chain(acknowledgements -> Uni.createFrom().completionStage(allOf(acknowledgements)))
                .ifNoItem()
                .after(settings.acknowledgedWithin())
                .fail();
    }

    /** Stops at the first event that is not even taken, for want of metadata or memory: nothing may overtake it. */
    private List<CompletableFuture<Void>> handOver(List<OutboxRow> batch, Producer<String, byte[]> producer) {
        var read = System.nanoTime();
        var acknowledgements = new ArrayList<CompletableFuture<Void>>();
        for (var row : batch) {
            var acknowledgement = new CompletableFuture<Void>();
            acknowledgements.add(acknowledgement);
            var unused = producer.send(row.asRecord(), (at, failure) -> complete(acknowledgement, row, read, failure));
            if (acknowledgement.isCompletedExceptionally()) {
                break;
            }
        }
        flushing.execute(producer::flush);
        return acknowledgements;
    }

    /** Ends a flush that waits for a broker which is away. */
    @PreDestroy
    void close() {
        flushing.shutdownNow();
    }

    private void complete(
            CompletableFuture<Void> acknowledgement, OutboxRow row, long read, @Nullable Exception failure) {
        if (failure == null) {
            latency.record(row.age().plusNanos(System.nanoTime() - read));
            acknowledgement.complete(null);
        } else {
            acknowledgement.completeExceptionally(failure);
        }
    }

    private static CompletableFuture<Void> allOf(List<CompletableFuture<Void>> acknowledgements) {
        return CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new));
    }

    private static Thread flusher(Runnable work) {
        var thread = new Thread(work, "outbox-flush");
        thread.setDaemon(true);
        return thread;
    }
}
