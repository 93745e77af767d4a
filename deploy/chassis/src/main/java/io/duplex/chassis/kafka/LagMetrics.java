package io.duplex.chassis.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.TreeSet;

/** Shows how far the groups lag behind, by partition, and which topics stand still. */
@Singleton
class LagMetrics {
    private final MultiGauge lag;
    private final MultiGauge stalled;

    LagMetrics(MeterRegistry metrics) {
        lag = MultiGauge.builder("duplex.consumer.lag")
                .description("Events of a partition that this service has not yet consumed")
                .register(metrics);
        stalled = MultiGauge.builder("duplex.consumer.stalled")
                .description("1 when a topic has events and they are not consumed, or cannot be seen")
                .register(metrics);
    }

    void show(ConsumerSight sight) {
        var topics = new TreeSet<>(sight.progress().missing());
        sight.progress()
                .positions()
                .forEach(place -> topics.add(place.partition().topic()));
        lag.register(sight.progress().positions().stream().map(LagMetrics::row).toList(), true);
        stalled.register(
                topics.stream()
                        .map(topic -> Row.of(Tags.of("topic", topic), sight.isStalled(topic) ? 1 : 0))
                        .toList(),
                true);
    }

    private static Row<?> row(Position place) {
        var partition = place.partition();
        return Row.of(
                Tags.of(
                        "group",
                        place.group(),
                        "topic",
                        partition.topic(),
                        "partition",
                        Integer.toString(partition.partition())),
                place.lag());
    }
}
