package io.duplex.chassis.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** What one consumer has done since the process started. */
final class ConsumerMetrics {
    private static final Logger LOG = Logger.getLogger(Consumer.class);
    private static final int TYPES_TOLD = 100;

    private final String consumer;
    private final Counter applied;
    private final Counter passedBy;
    private final Counter duplicates;
    private final Counter skipped;
    private final Counter deadLetters;
    private final Set<String> skippedTypes = ConcurrentHashMap.newKeySet();

    ConsumerMetrics(String consumer, MeterRegistry registry) {
        this.consumer = consumer;
        applied = counter(registry, consumer, "duplex.inbox.applied", "Events that were handled");
        passedBy =
                counter(registry, consumer, "duplex.inbox.passed.by", "Events that came too late to change anything");
        duplicates = counter(registry, consumer, "duplex.inbox.duplicates", "Events that had been handled before");
        skipped = counter(registry, consumer, "duplex.inbox.skipped", "Events of types that are not handled here");
        deadLetters = counter(registry, consumer, "duplex.inbox.dead.letters", "Events that became dead letters");
    }

    void applied(Applied batch) {
        applied.increment(batch.applied());
        passedBy.increment(batch.passedBy());
        duplicates.increment(batch.duplicates());
        skipped.increment(batch.skipped());
    }

    /** Counted each time, told once per type; whoever makes up types by the thousand is not told of all of them. */
    void skipped(String type) {
        skipped.increment();
        if (skippedTypes.size() < TYPES_TOLD && skippedTypes.add(type)) {
            LOG.infof("Consumer %s does not handle %s: skipped", consumer, type);
        }
    }

    void deadLetter() {
        deadLetters.increment();
    }

    private static Counter counter(MeterRegistry registry, String consumer, String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("consumer", consumer)
                .register(registry);
    }
}
