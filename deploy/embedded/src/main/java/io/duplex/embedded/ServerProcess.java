package io.duplex.embedded;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A server started as a child process. All that is known of it lies in two files, the process id and the log, so that
 * any class loader of a test run can stop what another one has started.
 */
final class ServerProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Path pidFile;
    private final Path log;

    ServerProcess(String name, Path folder) {
        this.name = name;
        this.pidFile = folder.resolve(name + ".pid");
        this.log = folder.resolve(name + ".log");
    }

    void start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        Files.writeString(pidFile, Long.toString(process.pid()));
    }

    /** Waits until the server answers; fails at once when its process has ended. */
    void awaitReady(Check check) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!check.passes()) {
            if (endedWithin(Duration.ofMillis(50)) || System.nanoTime() > end) {
                throw new IOException(name + " did not start, see " + log);
            }
        }
    }

    /** Asks the process to end by the named signal and waits until it has. */
    void stop(String signal) throws IOException {
        Optional<ProcessHandle> process = running();
        if (process.isPresent()) {
            signal(signal, process.get().pid());
            if (!endedWithin(PATIENCE)) {
                throw new IOException(name + " did not stop, see " + log);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    /** Kill -9: no warning, nothing flushed; waits until the process and its children are gone. */
    void kill() throws IOException {
        List<ProcessHandle> family = running().stream()
                .flatMap(p -> Stream.concat(Stream.of(p), p.descendants()))
                .toList();
        if (!family.isEmpty()) {
            family.get(0).destroyForcibly();
        }
        family.forEach(p -> p.onExit().join());
        Files.deleteIfExists(pidFile);
    }

    Optional<ProcessHandle> running() throws IOException {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile))).filter(ProcessHandle::isAlive);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private boolean endedWithin(Duration time) throws IOException {
        Optional<ProcessHandle> process = running();
        if (process.isEmpty()) {
            return true;
        }
        try {
            process.get().onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    /** By the shell, since Java can send no signal but TERM and KILL. */
    private static void signal(String signal, long pid) throws IOException {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException e = new InterruptedIOException();
        e.initCause(cause);
        return e;
    }

    /** Whether the server answers by now. */
    @FunctionalInterface
    interface Check {
        boolean passes() throws IOException;
    }
}
