package io.duplex.e2e.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The suite's processes and the signals that they are sent; a name stands for all processes that begin with it. */
public final class Processes {
    private static final Duration RESTART = Duration.ofSeconds(30);

    private final RunFile run;

    Processes(RunFile run) {
        this.run = run;
    }

    /** Kills at once; the launcher starts them again. Returns when they have been started. */
    public void kill(String prefix) {
        for (var name : run.names(prefix)) {
            replace(name);
        }
    }

    /** Freezes: they hold their connections and answer nothing. */
    public void freeze(String prefix) {
        run.names(prefix).forEach(name -> signal("STOP", run.pid(name)));
    }

    /** Lets frozen or held processes go on. */
    public void thaw(String prefix) {
        run.names(prefix).forEach(name -> signal("CONT", run.pid(name)));
    }

    /**
     * Kills, and keeps what the launcher starts in its place from getting anywhere, until {@link #thaw}: nothing listens
     * on its port, as if the machine was gone.
     */
    public void hold(String prefix) {
        for (var name : run.names(prefix)) {
            signal("STOP", replace(name));
        }
    }

    private long replace(String name) {
        var victim = run.pid(name);
        signal("KILL", victim);
        return Awaitility.await(name + " is started again")
                .atMost(RESTART)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> run.pid(name), pid -> pid != victim);
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
