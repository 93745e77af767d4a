package io.duplex.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/** The running processes: starts them, reports on them, keeps {@code run.json} true, and stops them in order. */
final class Crew implements Surroundings.Listener {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int TIMER_THREADS = 6;

    private final List<ManagedProcess> processes = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(TIMER_THREADS, Daemons.named("crew"));
    private final ExecutorService stoppers = Executors.newCachedThreadPool(Daemons.named("stop"));
    private final Watchdog watchdog;
    private final RunFile runFile;
    private final Progress progress;
    private boolean stopped;

    Crew(Watchdog watchdog, RunFile runFile, Progress progress) {
        this.watchdog = watchdog;
        this.runFile = runFile;
        this.progress = progress;
    }

    /** What has to be done before the process {@code name} can start has begun. */
    void prepare(String name, int port) {
        progress.starting(name, port);
    }

    /** Starts a process and keeps it running; nothing happens any more once the crew was stopped. */
    ManagedProcess start(ProcessSpec spec, BooleanSupplier probe) {
        var surroundings = new Surroundings(watchdog, timer, this);
        ManagedProcess process = new ManagedProcess(spec, probe, surroundings);
        if (join(process)) {
            progress.starting(spec.name(), spec.port());
            process.start();
        }
        return process;
    }

    private synchronized boolean join(ManagedProcess process) {
        return !stopped && processes.add(process);
    }

    private synchronized void close() {
        stopped = true;
    }

    /** Stops every process, the last kind first, those of one kind at once; returns when all have ended. */
    void stop() {
        close();
        ProcessKind[] kinds = ProcessKind.values();
        for (int i = kinds.length - 1; i >= 0; i--) {
            stop(kinds[i]);
        }
        timer.shutdownNow();
    }

    private void stop(ProcessKind kind) {
        CompletableFuture.allOf(processes.stream()
                        .filter(process -> process.spec().kind() == kind)
                        .map(process -> CompletableFuture.runAsync(() -> process.stop(GRACE), stoppers))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    @Override
    public void started(ManagedProcess process) {
        runFile.write(processes);
    }

    @Override
    public void ready(ManagedProcess process) {
        progress.ready(process.spec().name());
    }

    @Override
    public void died(ManagedProcess process, int exitCode, boolean hopeless) {
        ProcessSpec spec = process.spec();
        progress.say(spec.name() + " ended (" + meaning(exitCode) + "); it is started again. Its log: " + spec.log());
        if (hopeless) {
            progress.say(spec.name() + " keeps ending before it is ready; the next tries come slowly. Its last lines:\n"
                    + StartFailure.lastLines(spec.log()));
        }
    }

    private static String meaning(int exitCode) {
        return exitCode > 128 ? "killed by signal " + (exitCode - 128) : "exit code " + exitCode;
    }
}
