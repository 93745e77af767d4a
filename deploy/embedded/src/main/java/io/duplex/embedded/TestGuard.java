package io.duplex.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Ends the servers of a test run and deletes their folder when the JVM is gone, however it went: a shell waits on a pipe
 * that closes with the JVM, even when that is killed.
 */
final class TestGuard {
    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            read -r _
            kill -QUIT "$(cat "$1/postgres/postgres.pid")"
            kill -KILL "$(cat "$1/kafka/kafka.pid")"
            for _ in 1 2 3 4 5 6 7 8 9 10; do
              kill -0 "$(cat "$1/postgres/postgres.pid")" || break
              sleep 0.2
            done
            rm -rf "$1"
            """;

    private TestGuard() {}

    static void watch(Path folder) throws IOException {
        Process guard = new ProcessBuilder("sh", "-c", SCRIPT, "guard", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> release(guard), "servers-guard"));
    }

    private static void release(Process guard) {
        try {
            guard.getOutputStream().close();
            guard.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
