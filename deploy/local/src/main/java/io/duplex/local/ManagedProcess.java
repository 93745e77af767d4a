package io.duplex.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A process of the suite that is started again whenever it ends, until it is stopped. */
final class ManagedProcess {
    private static final long PROBE_MILLIS = 100;
    /** What a shell answers for a command that cannot be run. */
    private static final int CANNOT_RUN = 127;

    private final ProcessSpec spec;
    private final BooleanSupplier probe;
    private final Surroundings around;
    private final RestartPolicy policy = new RestartPolicy();
    private final CompletableFuture<Boolean> firstReady = new CompletableFuture<>();
    private @Nullable Process process;
    private boolean stopping;

    /** A process as {@code spec} says, which works as soon as {@code probe} says so. */
    ManagedProcess(ProcessSpec spec, BooleanSupplier probe, Surroundings around) {
        this.spec = spec;
        this.probe = probe;
        this.around = around;
    }

    /** Starts the process and returns at once; what follows is told to the listener. */
    void start() {
        try {
            Process started = launch();
            if (started != null) {
                var unused = started.onExit().thenAccept(this::died);
                probeLater(started);
                around.listener().started(this);
            }
        } catch (IOException e) {
            note("Cannot be run: " + e.getMessage());
            restart(CANNOT_RUN);
        }
    }

    private synchronized @Nullable Process launch() throws IOException {
        if (stopping) {
            return null;
        }
        process = Gate.pass(spec, around.watchdog());
        return process;
    }

    private void note(String line) {
        try {
            Files.writeString(spec.log(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void probeLater(Process current) {
        var unused = around.timer().schedule(() -> probe(current), PROBE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void probe(Process current) {
        if (!current.isAlive() || isStopping()) {
            return;
        }
        if (!probe.getAsBoolean()) {
            probeLater(current);
            return;
        }
        policy.worked();
        firstReady.complete(true);
        around.listener().ready(this);
    }

    private void died(Process ended) {
        around.watchdog().release(ended.pid());
        if (!isStopping()) {
            restart(ended.exitValue());
        }
    }

    private void restart(int exitCode) {
        Duration pause = policy.died();
        around.listener().died(this, exitCode, policy.hopeless());
        if (policy.hopeless()) {
            firstReady.cancel(false);
        }
        var unused = around.timer().schedule(this::start, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Returns when the process has been ready for the first time.
     *
     * @throws StartFailure when it is not within {@code patience}, or keeps dying
     */
    void awaitReady(Duration patience) throws InterruptedException {
        try {
            firstReady.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StartFailure(spec, "is not ready after " + patience.toSeconds() + " s");
        } catch (CancellationException | ExecutionException e) {
            throw new StartFailure(spec, "ends as soon as it is started");
        }
    }

    /** Asks the process to stop, waits for {@code grace}, then kills it; it is not started again. */
    void stop(Duration grace) {
        Process current = forbidRestart();
        if (current != null && current.isAlive()) {
            Ending.askThenKill(current, spec.kind(), grace);
        }
    }

    private synchronized @Nullable Process forbidRestart() {
        stopping = true;
        return process;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    ProcessSpec spec() {
        return spec;
    }

    /** The process id, or −1 when it does not run. */
    synchronized long pid() {
        return process == null ? -1 : process.pid();
    }
}
