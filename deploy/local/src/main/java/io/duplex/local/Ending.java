package io.duplex.local;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How a process is ended. */
final class Ending {
    private Ending() {}

    /** Asks the process to stop as its kind wants to be asked, and kills it when it has not ended after {@code grace}. */
    static void askThenKill(Process process, ProcessKind kind, Duration grace) {
        try {
            signal(process, kind);
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** By the shell, since Java itself can send no SIGINT. */
    private static void signal(Process process, ProcessKind kind) throws IOException, InterruptedException {
        String kill = "kill -" + kind.stopSignal() + " " + process.pid();
        new ProcessBuilder("sh", "-c", kill).start().waitFor();
    }
}
