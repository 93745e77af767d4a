package io.duplex.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a process in two steps, so that there is no moment in which it runs unguarded: it waits at a gate until the
 * watchdog knows it, and gives up when the launcher dies before. It gets a session of its own, so that Ctrl-C in the
 * terminal reaches the launcher alone, which then stops everything in order.
 */
final class Gate {
    private static final String WAIT = "trap '' INT HUP; read -r go || exit 1; exec \"$@\" </dev/null";

    private Gate() {}

    /** Starts the process of {@code spec}; its output is appended to the log. */
    static Process pass(ProcessSpec spec, Watchdog watchdog) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", WAIT, spec.name()));
        command.addAll(spec.command().line());
        ProcessBuilder builder = new ProcessBuilder(ownSession(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        Process process = builder.start();
        watchdog.guard(process.pid(), spec.kind());
        try (var gate = process.getOutputStream()) {
            gate.write("go\n".getBytes(StandardCharsets.US_ASCII));
        }
        return process;
    }

    /** {@code command} in a session of its own, where the system has {@code setsid}. */
    static List<String> ownSession(List<String> command) {
        boolean available =
                Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable);
        return available ? Stream.concat(Stream.of("setsid"), command.stream()).toList() : command;
    }
}
