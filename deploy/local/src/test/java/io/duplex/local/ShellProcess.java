package io.duplex.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Small shell programs that play the processes of the suite. */
final class ShellProcess {
    private ShellProcess() {}

    /** A process that runs {@code script}. */
    static ProcessSpec spec(Path folder, String script) {
        return new ProcessSpec(
                "worker",
                ProcessKind.SERVICE,
                4711,
                () -> List.of("sh", "-c", script),
                Map.of("GREETING", "hello"),
                folder.resolve("worker.log"));
    }
}
