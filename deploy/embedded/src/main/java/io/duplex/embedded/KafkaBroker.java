package io.duplex.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A single-node Kafka (KRaft: broker and controller in one) inside this JVM; it runs until the JVM is told to end. */
final class KafkaBroker {
    private final Path folder;
    private final int port;
    private final int controllerPort;

    KafkaBroker(Path folder, int port, int controllerPort) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** Formats a new folder and starts; returns when clients are served. */
    void start() throws IOException {
        Files.createDirectories(folder);
        Properties settings = settings();
        if (Files.notExists(folder.resolve("data/meta.properties"))) {
            format(settings);
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
    }

    private void format(Properties settings) throws IOException {
        Path file = folder.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, "Written at the first start, for the storage tool");
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        String[] arguments = {
            "format", "--ignore-formatted", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
        };
        int status = StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IOException(output.toString(StandardCharsets.UTF_8));
        }
    }

    /**
     * Limits as in production; sizes and counts as fits one node that must start in a second or two. After a crash the
     * broker must wait until its former self's session has ended, hence the short one.
     */
    private Properties settings() {
        String text =
                """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                broker.heartbeat.interval.ms=500
                broker.session.timeout.ms=4000
                auto.create.topics.enable=false
                message.max.bytes=1048576
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=6
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=2
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.index.size.max.bytes=1048576
                log.cleaner.dedupe.buffer.size=8388608
                """
                        .formatted(port, controllerPort);
        Properties settings = new Properties();
        text.lines().map(line -> line.split("=", 2)).forEach(pair -> settings.setProperty(pair[0], pair[1]));
        settings.setProperty("log.dirs", folder.resolve("data").toString());
        return settings;
    }
}
