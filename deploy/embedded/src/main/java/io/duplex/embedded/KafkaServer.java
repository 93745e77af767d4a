package io.duplex.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A Kafka 4 broker on one folder and one port of 127.0.0.1, in a JVM of its own. Topics are never created by accident.
 * The folder outlives the broker: kill it, start it again, and every acknowledged record is there.
 */
public final class KafkaServer implements AutoCloseable {
    private static final List<String> JVM =
            List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC");

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final ServerProcess process;

    private KafkaServer(Path folder, int port, int controllerPort) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
        this.process = new ServerProcess("kafka", this.folder);
    }

    /** The broker of this folder, running or not; it is not started. */
    public static KafkaServer prepare(Path folder, int port, int controllerPort) throws IOException {
        Files.createDirectories(folder);
        return new KafkaServer(folder, port, controllerPort);
    }

    /**
     * Runs a broker until the process is told to end: {@code --data DIR --port P [--controller-port C]}, where the
     * controller's port is P + 1 unless given. Warnings and errors go to the standard output.
     */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("").setLevel(Level.WARNING);
        List<String> given = Arrays.asList(arguments);
        if (!given.contains("--data") || !given.contains("--port")) {
            throw new IllegalArgumentException("usage: --data DIR --port P [--controller-port C]");
        }
        int port = Integer.parseInt(after("--port", given));
        int controllerPort =
                given.contains("--controller-port") ? Integer.parseInt(after("--controller-port", given)) : port + 1;
        new KafkaBroker(Path.of(after("--data", given)), port, controllerPort).start();
    }

    private static String after(String option, List<String> given) {
        return given.get(given.indexOf(option) + 1);
    }

    /** The command line that runs this broker in the foreground, with this JVM's Java and class path. */
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", classPath(), KafkaServer.class.getName()));
        command.addAll(List.of("--data", folder.toString(), "--port", Integer.toString(port)));
        command.addAll(List.of("--controller-port", Integer.toString(controllerPort)));
        return command;
    }

    /** Starts the broker as a child of this process and returns when it answers; its log is kafka.log in the folder. */
    public void start() throws IOException {
        process.start(command());
        process.awaitReady(this::isReady);
    }

    /** Ends the broker in an orderly way. */
    public void stop() throws IOException {
        process.stop("TERM");
    }

    /** Kills the broker as a crash would (kill -9). */
    public void kill() throws IOException {
        process.kill();
    }

    /** Whether the broker takes connections now. */
    public boolean isReady() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** What clients connect to: host and port. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** As {@link #stop()}. */
    @Override
    public void close() throws IOException {
        stop();
    }

    /** Surefire hides the real class path behind a jar with a manifest, and names it here. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
