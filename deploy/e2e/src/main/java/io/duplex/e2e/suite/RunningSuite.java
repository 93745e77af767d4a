package io.duplex.e2e.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The packaged suite, started by {@code deploy/local/up} on free ports and stopped by SIGTERM, as a user's is. */
public final class RunningSuite implements AutoCloseable {
    /** The folder of the installation. */
    public static final Path HOME = Installation.home();

    private static final Duration READY = Duration.ofMinutes(3);
    private static @Nullable RunningSuite shared;

    private final Path data;
    private final Path output;
    private final Process launcher;
    private final RunFile run;

    private RunningSuite(Map<String, String> environment, String... options) {
        try {
            data = Files.createTempDirectory("duplex-e2e-");
            output = data.resolve("up.out");
            run = new RunFile(data.resolve("suite"));
            launcher = launch(environment, options);
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

    /** One suite for all tests of this JVM; it ends with it. */
    public static synchronized RunningSuite shared() {
        if (shared == null) {
            shared = new RunningSuite(Map.of(), "--no-demo");
        }
        return shared.ready();
    }

    /** A suite of its own, with options of {@code up}. */
    public static RunningSuite start(String... options) {
        return start(Map.of(), options);
    }

    /** A suite of its own, with more environment variables and options of {@code up}. */
    public static RunningSuite start(Map<String, String> environment, String... options) {
        return new RunningSuite(environment, options).ready();
    }

    private Process launch(Map<String, String> environment, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                HOME.resolve("deploy/local/up").toString(),
                "--data",
                data.resolve("suite").toString(),
                "--port",
                Integer.toString(Installation.freeBase())));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // What a killed notification-service had claimed is sent after this time: well within the patience of a check.
        builder.environment().put("NOTIFICATION_DELIVERY_LEASE", "20s");
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What the launcher has printed. */
    public String output() throws IOException {
        return Files.readString(output);
    }

    /** The launcher's process id. */
    public long pid() {
        return launcher.pid();
    }

    /** A folder of this suite, for reports beside its logs. */
    public Path data() {
        return data;
    }

    /** What runs where. */
    public RunFile run() {
        return run;
    }

    /** Where the gateway is. */
    public String baseUrl() {
        return run.baseUrl();
    }

    /** What runs, and can be killed. */
    public Processes processes() {
        return new Processes(run);
    }

    /** The databases. */
    public Databases databases() {
        return new Databases(run);
    }

    /** The process ids of all processes. */
    public List<Long> pids() {
        return run.names("").stream().map(run::pid).toList();
    }

    /** Lets everything go on that was held, and stops the suite. */
    @Override
    public void close() {
        if (!launcher.isAlive()) {
            return;
        }
        processes().thaw("");
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
