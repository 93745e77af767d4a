package io.duplex.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class LosslessClientsTest {
    private static final Map<String, Object> CONSUMER = Map.of(
            "value.deserializer",
            "org.apache.kafka.common.serialization.ByteArrayDeserializer",
            "group.id",
            "notes",
            "auto.offset.reset",
            "earliest",
            "partition.assignment.strategy",
            "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");

    private final LosslessClients clients = new LosslessClients();

    @Test
    void remembersWhatTheServiceListensTo() {
        clients.customize("orders", connector(Map.of("commit-strategy", "when-done")), CONSUMER);
        clients.customize(
                "both", connector(Map.of("commit-strategy", "when-done", "topics", "stock,orders")), CONSUMER);

        assertThat(clients.incoming())
                .extracting(IncomingChannel::name, IncomingChannel::group)
                .allMatch(entry -> entry.toList().contains("notes"));
        assertThat(clients.incoming())
                .flatExtracting(IncomingChannel::topics)
                .containsExactlyInAnyOrder("orders", "stock", "orders");
    }

    @Test
    void refusesAConsumerByASettingOfTheConnector() {
        var connector = connector(Map.of("commit-strategy", "when-done", "failure-strategy", "ignore"));

        assertThatThrownBy(() -> clients.customize("orders", connector, CONSUMER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mp.messaging.incoming.orders.failure-strategy");
    }

    @Test
    void refusesAProducerByASettingOfTheClient() {
        var producer = new HashMap<String, Object>(Map.of(
                "value.serializer",
                "any",
                "acks",
                "1",
                "enable.idempotence",
                "true",
                "delivery.timeout.ms",
                "3600000"));

        assertThatThrownBy(() -> clients.customize("outbox", connector(Map.of()), producer))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Channel outbox (mp.messaging.outgoing.outbox.acks): it is 1, and must be all: an event could"
                                + " be lost with the broker that acknowledged it.");
    }

    private static Config connector(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().withDefaultValues(settings).build();
    }
}
