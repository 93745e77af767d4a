package io.duplex.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The packaged suite, started by {@code deploy/local/up} on free ports and stopped by SIGTERM, as a user's is. */
final class RunningSuite implements AutoCloseable {
    static final Path HOME = home();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration READY = Duration.ofMinutes(3);
    private static final int PORTS = 15;
    private static @Nullable RunningSuite shared;

    private final Path data;
    private final Path output;
    private final Process launcher;

    private RunningSuite(String... options) {
        try {
            data = Files.createTempDirectory("duplex-e2e-");
            output = data.resolve("up.out");
            launcher = launch(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    private RunningSuite ready() {
        Awaitility.await("the suite is ready; see " + output)
                .atMost(READY)
                .failFast("the launcher ended; see " + output, () -> !launcher.isAlive())
                .until(() -> output().contains("Duplex is ready at "));
        return this;
    }

    /** One suite for all journeys of this JVM; it ends with it. */
    static synchronized RunningSuite shared() {
        if (shared == null) {
            shared = new RunningSuite("--no-demo");
        }
        return shared.ready();
    }

    /** A suite of its own. */
    static RunningSuite start(String... options) {
        return new RunningSuite(options).ready();
    }

    private Process launch(String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                HOME.resolve("deploy/local/up").toString(),
                "--data",
                data.resolve("suite").toString(),
                "--port",
                Integer.toString(freeBase())));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    long pid() {
        return launcher.pid();
    }

    Path data() {
        return data;
    }

    String baseUrl() {
        return run().path("baseUrl").asText("not yet");
    }

    /** The process ids of one process or, with a prefix such as {@code order-service}, of its replicas. */
    List<Long> pids(String name) {
        return StreamSupport.stream(run().path("processes").spliterator(), false)
                .filter(process -> process.path("name").asText().startsWith(name))
                .map(process -> process.path("pid").asLong())
                .toList();
    }

    List<Long> pids() {
        return pids("");
    }

    /** Kills the processes of a name at once; the launcher starts them again. */
    void kill(String name) {
        signal("KILL", name);
    }

    /** Freezes the processes of a name: they hold their connections and answer nothing. */
    void freeze(String name) {
        signal("STOP", name);
    }

    /** Lets frozen processes go on. */
    void thaw(String name) {
        signal("CONT", name);
    }

    private void signal(String signal, String name) {
        for (var pid : pids(name)) {
            try {
                new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The first column of the first row, read as the superuser: what no service can change by answering wrongly. */
    long count(String database, String sql) {
        try (var connection = connect(database);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect(String database) throws SQLException, IOException {
        var password = Files.readString(Path.of(run().path("secrets").asText(), "postgres.password"));
        var url = run().path("databases").path(database).path("url").asText();
        return DriverManager.getConnection(url, "postgres", password.strip());
    }

    private JsonNode run() {
        try {
            var file = data.resolve("suite/run.json");
            return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freeBase() {
        return IntStream.iterate(20_000 + (int) (ProcessHandle.current().pid() % 500) * 20, base -> base + 400)
                .limit(50)
                .filter(base -> IntStream.range(base, base + PORTS).allMatch(RunningSuite::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + PORTS + " free ports in a row"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static Path home() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("deploy/local/up")))
                .findFirst()
                .orElseThrow();
    }
}
