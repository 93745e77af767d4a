package io.duplex.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class KafkaServerTest {
    private KafkaServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = KafkaServer.prepare(folder, FreePort.find(), FreePort.find());
        server.start();
        Topics.create(server.bootstrapServers());
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @Test
    void hasTheSixTopicsWithSixPartitionsAndSevenDays() throws Exception {
        try (Admin admin = admin()) {
            Map<String, TopicDescription> topics =
                    admin.describeTopics(Topics.NAMES).allTopicNames().get();
            assertThat(topics.values()).hasSize(6).allSatisfy(t -> assertThat(t.partitions())
                    .hasSize(6));
            ConfigResource orders = new ConfigResource(ConfigResource.Type.TOPIC, "orders");
            Config config = admin.describeConfigs(List.of(orders))
                    .all()
                    .get()
                    .values()
                    .iterator()
                    .next();
            assertThat(config.get("retention.ms").value()).isEqualTo("604800000");
            assertThat(config.get("max.message.bytes").value()).isEqualTo("1048576");
        }
    }

    @Test
    void createsTopicsAgainWithoutComplaint() throws Exception {
        Topics.create(server.bootstrapServers());
        try (Admin admin = admin()) {
            assertThat(admin.listTopics().names().get()).containsAll(Topics.NAMES);
        }
    }

    @Test
    void makesNoTopicByAccident() throws Exception {
        try (Admin admin = admin()) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("ordres"))
                            .allTopicNames()
                            .get())
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
        Map<String, Object> impatient = Map.of("bootstrap.servers", server.bootstrapServers(), "max.block.ms", 1000);
        try (var producer = new KafkaProducer<>(impatient, new ByteArraySerializer(), new ByteArraySerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("ordres", new byte[0]))
                            .get())
                    .hasMessageContaining("ordres");
        }
    }

    @Test
    void keepsAcknowledgedRecordsWhenKilled() throws Exception {
        // Given
        send("stock", "before the crash");
        // When
        server.kill();
        assertThat(server.isReady()).isFalse();
        server.start();
        // Then
        assertThat(first("stock")).isEqualTo("before the crash");
    }

    @Test
    void keepsRecordsWhenStopped() throws Exception {
        // Given
        send("invoices", "before the stop");
        // When
        server.stop();
        assertThat(server.isReady()).isFalse();
        server.start();
        // Then
        assertThat(first("invoices")).isEqualTo("before the stop");
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()));
    }

    private void send(String topic, String text) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", server.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, null, text.getBytes(UTF_8)))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private String first(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", server.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return new String(
                    consumer.poll(Duration.ofSeconds(30)).iterator().next().value(), UTF_8);
        }
    }
}
