package io.duplex.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerSightTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConsumerSight first = ConsumerSight.first(START);
    private final Position stuck = new Position("notes", new TopicPartition("orders", 3), 5, 9);

    @Test
    void namesTopicPartitionLagAndReasonOfAStandstill() {
        var sight = first.read(
                new Progress(List.of(stuck), Set.of()), START, List.of(stuck), Map.of("notes.orders", "no connection"));

        assertThat(sight.troubles().get("orders")).contains("partition 3 lags by 4", "notes.orders", "no connection");
        assertThat(sight.isStalled("orders")).isTrue();
        assertThat(sight.isStalled("stock")).isFalse();
    }

    @Test
    void namesATopicThatDoesNotExist() {
        var sight = first.read(new Progress(List.of(), Set.of("nowhere")), START, List.of(), Map.of());

        assertThat(sight.troubles()).containsEntry("nowhere", "the topic does not exist");
    }

    @Test
    void isPatientWithABrokerThatDoesNotAnswer() {
        assertThat(first.unread("timed out", START.plusSeconds(29), PATIENCE).well())
                .isTrue();

        var sight = first.unread("timed out", START.plusSeconds(31), PATIENCE);
        assertThat(sight.troubles().get("broker")).contains("31 s", "timed out");
        assertThat(sight.isStalled("orders")).isTrue();
    }

    @Test
    void forgetsWhatIsOver() {
        var bad = first.unread("timed out", START.plusSeconds(31), PATIENCE);

        assertThat(bad.read(Progress.NONE, START.plusSeconds(32), List.of(), Map.of())
                        .well())
                .isTrue();
    }
}
