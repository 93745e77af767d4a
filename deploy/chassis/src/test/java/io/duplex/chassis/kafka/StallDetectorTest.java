package io.duplex.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StallDetectorTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final StallDetector detector = new StallDetector(Duration.ofSeconds(30));

    @Test
    void findsAPartitionThatLagsAndDoesNotMove() {
        assertThat(observe(0, at("orders", 7, 9))).isEmpty();
        assertThat(observe(29, at("orders", 7, 12))).isEmpty();

        assertThat(observe(30, at("orders", 7, 12))).singleElement().satisfies(stalled -> assertThat(stalled.lag())
                .isEqualTo(5));
    }

    @Test
    void takesAnyProgressAsLife() {
        observe(0, at("orders", 7, 9));
        observe(29, at("orders", 8, 900));

        assertThat(observe(31, at("orders", 8, 900))).isEmpty();
    }

    @Test
    void doesNotMindWhereNothingIsToBeDone() {
        observe(0, at("orders", 9, 9));

        assertThat(observe(100, at("orders", 9, 9))).isEmpty();
        assertThat(observe(101, at("orders", 9, 10))).isEmpty();
    }

    @Test
    void tellsPartitionsApart() {
        observe(0, at("orders", 7, 9), at("stock", 1, 2));

        assertThat(observe(40, at("orders", 7, 9), at("stock", 2, 3)))
                .extracting(stalled -> stalled.partition().topic())
                .containsExactly("orders");
    }

    @Test
    void doesNotWaitForEventsThatTheTopicHasForgotten() {
        assertThat(at("orders", 9, 7).lag()).isZero();
    }

    private List<Position> observe(int second, Position... positions) {
        return detector.observe(List.of(positions), START.plusSeconds(second));
    }

    private static Position at(String topic, long next, long end) {
        return new Position("notes", new TopicPartition(topic, 0), next, end);
    }
}
