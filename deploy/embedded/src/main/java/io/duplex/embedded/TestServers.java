package io.duplex.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The servers that all tests of one JVM share. Quarkus loads this class anew with every application that a test run
 * starts; a system property tells the later ones where the servers are, and since these are processes, each of them can
 * stop and start them.
 */
record TestServers(PostgresServer postgres, KafkaServer kafka) {
    /** Also the lock: a literal is one object for all class loaders. */
    private static final String PROPERTY = "io.duplex.embedded.servers";

    static TestServers shared() {
        synchronized (PROPERTY) {
            try {
                String known = System.getProperty(PROPERTY);
                return known == null ? startNew() : at(known.split(":", 4));
            } catch (IOException | ExecutionException e) {
                throw new IllegalStateException("PostgreSQL and Kafka did not start", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static TestServers startNew() throws IOException, ExecutionException, InterruptedException {
        Path folder = Files.createTempDirectory("duplex-test-");
        TestGuard.watch(folder);
        String place = FreePort.find() + ":" + FreePort.find() + ":" + FreePort.find() + ":" + folder;
        TestServers servers = startInParallel(place.split(":", 4));
        System.setProperty(PROPERTY, place);
        return servers;
    }

    private static TestServers startInParallel(String[] place)
            throws IOException, ExecutionException, InterruptedException {
        KafkaServer kafka = kafka(place);
        FutureTask<KafkaServer> starting = new FutureTask<>(() -> {
            kafka.start();
            Topics.create(kafka.bootstrapServers());
            return kafka;
        });
        Thread starter = new Thread(starting, "kafka-start");
        // Kafka loads its plugins through it, and the thread that starts test resources may carry another one.
        starter.setContextClassLoader(TestServers.class.getClassLoader());
        starter.start();
        PostgresServer postgres = postgres(place);
        postgres.start();
        return new TestServers(postgres, starting.get());
    }

    private static TestServers at(String[] place) throws IOException {
        return new TestServers(postgres(place), kafka(place));
    }

    private static PostgresServer postgres(String[] place) throws IOException {
        return PostgresServer.prepare(Path.of(place[3], "postgres"), Integer.parseInt(place[0]));
    }

    private static KafkaServer kafka(String[] place) throws IOException {
        return KafkaServer.prepare(Path.of(place[3], "kafka"), Integer.parseInt(place[1]), Integer.parseInt(place[2]));
    }
}
