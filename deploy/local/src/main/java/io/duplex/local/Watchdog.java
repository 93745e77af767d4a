package io.duplex.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sees to it that no child outlives the launcher, however the launcher ends. A shell process knows the process ids to
 * guard; when the pipe from the launcher closes, which the kernel does even after {@code kill -9}, it kills whatever is
 * left and removes the temporary folder. It ignores the signals of a terminal itself, and is replaced when it dies.
 */
final class Watchdog implements AutoCloseable {
    /** {@code +pid} guards, {@code ?pid} guards a PostgreSQL, {@code -pid} releases, {@code keep} spares the folder. */
    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            zombie() { { read -r state <"/proc/$1/stat"; } 2>/dev/null && case $state in *") Z "*) ;; *) false ;; esac; }
            alive() { for p in $pids $servers; do kill -0 "$p" 2>/dev/null && ! zombie "$p" && return 0; done; return 1; }
            without() { rest=; for p in $2; do [ "$p" = "$1" ] || rest="$rest $p"; done; echo "$rest"; }
            gone() { for attempt in 1 2 3 4 5 6 7 8 9 10; do alive || return 0; sleep 0.2; done; return 1; }
            pids= servers= folder=$1
            while read -r line; do
              pid=${line#?}
              case $line in
                +*) pids="$pids $pid" ;;
                \\?*) servers="$servers $pid" ;;
                -*) pids=$(without "$pid" "$pids"); servers=$(without "$pid" "$servers") ;;
                keep) folder= ;;
              esac
            done
            [ -z "$servers" ] || kill -QUIT $servers 2>/dev/null
            [ -z "$pids" ] || kill -KILL $pids 2>/dev/null
            gone || { [ -z "$servers" ] || kill -KILL $servers 2>/dev/null; gone; }
            [ -z "$folder" ] || rm -rf -- "$folder"
            """;

    private final Set<String> told = new LinkedHashSet<>();
    private final String temporaryFolder;
    private Process process;

    /** Starts to watch; {@code temporaryFolder} is removed at the end, and may be empty for none. */
    Watchdog(String temporaryFolder) {
        this.temporaryFolder = temporaryFolder;
        this.process = launch();
    }

    private Process launch() {
        List<String> command = Gate.ownSession(List.of("sh", "-c", SCRIPT, "duplex-watchdog", temporaryFolder));
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The watchdog does not start: " + e.getMessage(), e);
        }
    }

    /** From now on the process does not outlive the launcher. */
    synchronized void guard(long pid, ProcessKind kind) {
        String line = (kind == ProcessKind.POSTGRESQL ? "?" : "+") + pid;
        told.add(line);
        tell(line);
    }

    /** The process has ended, and its id may be given to somebody else. */
    synchronized void release(long pid) {
        told.removeIf(line -> line.substring(1).equals(Long.toString(pid)));
        tell("-" + pid);
    }

    /** The temporary folder stays, for whoever wants to know what went wrong. */
    synchronized void keepFolder() {
        told.add("keep");
        tell("keep");
    }

    private void tell(String line) {
        try {
            send(List.of(line));
        } catch (IOException brokenPipe) {
            process = launch();
            retell();
        }
    }

    private void retell() {
        try {
            send(told);
        } catch (IOException e) {
            throw new UncheckedIOException("The watchdog keeps dying", e);
        }
    }

    private void send(Iterable<String> lines) throws IOException {
        var pipe = process.getOutputStream();
        for (String line : lines) {
            pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        pipe.flush();
    }

    /** The process id of the shell that watches. */
    synchronized long pid() {
        return process.pid();
    }

    /** Kills what is still guarded, removes the temporary folder, and returns when that is done. */
    @Override
    public synchronized void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
