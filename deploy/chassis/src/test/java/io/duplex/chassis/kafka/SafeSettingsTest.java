package io.duplex.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeSettingsTest {
    private static final Map<String, String> PRODUCER =
            Map.of("acks", "all", "enable.idempotence", "true", "delivery.timeout.ms", "3600000");
    private static final Map<String, String> CONSUMER = Map.of(
            "auto.offset.reset",
            "earliest",
            "partition.assignment.strategy",
            "org.apache.kafka.clients.consumer.CooperativeStickyAssignor",
            "enable.auto.commit",
            "false",
            "commit-strategy",
            "when-done");

    @Test
    void acceptsWhatLosesNothing() {
        assertThat(SafeSettings.faultsOfOutgoing("outbox", PRODUCER)).isEmpty();
        assertThat(SafeSettings.faultsOfIncoming("orders", CONSUMER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"acks, 1", "acks, 0", "enable.idempotence, false", "delivery.timeout.ms, 3599999"})
    void refusesAProducerThatCouldLoseOrReorder(String setting, String value) {
        assertThat(SafeSettings.faultsOfOutgoing("outbox", with(PRODUCER, setting, value)))
                .singleElement()
                .asString()
                .startsWith("Channel outbox (mp.messaging.outgoing.outbox." + setting + "): it is " + value);
    }

    @ParameterizedTest
    @CsvSource({
        "auto.offset.reset, latest",
        "auto.offset.reset, none",
        "partition.assignment.strategy, org.apache.kafka.clients.consumer.RangeAssignor",
        "enable.auto.commit, true",
        "failure-strategy, ignore",
        "failure-strategy, dead-letter-queue",
        "failure-strategy, delayed-retry-topic",
        "commit-strategy, ignore",
        "commit-strategy, latest",
        "commit-strategy, throttled"
    })
    void refusesAConsumerThatCouldLoseOrReorder(String setting, String value) {
        assertThat(SafeSettings.faultsOfIncoming("orders", with(CONSUMER, setting, value)))
                .singleElement()
                .asString()
                .startsWith("Channel orders (mp.messaging.incoming.orders." + setting + "): it is " + value);
    }

    @Test
    void countsTheDefaultsOfKafkaAndTheConnector() {
        assertThat(SafeSettings.faultsOfOutgoing("outbox", Map.of())).hasSize(2);
        assertThat(SafeSettings.faultsOfIncoming("orders", Map.of())).hasSize(3);
    }

    private static Map<String, String> with(Map<String, String> settings, String setting, String value) {
        var changed = new HashMap<>(settings);
        changed.put(setting, value);
        return changed;
    }
}
