package io.duplex.e2e.evidence;

import io.duplex.e2e.suite.RunningSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What the services hold on to, by process and role.
 *
 * @param used threads, file handles and live heap (KiB, after a full collection) of each process; connections of each
 *     role
 */
public record Footprint(Map<String, Long> used) {
    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

    /** Measures; it asks each process for a full garbage collection. */
    public static Footprint of(RunningSuite suite) {
        var used = new TreeMap<String, Long>();
        suite.run().names("").stream().filter(name -> name.contains("-service")).forEach(name -> {
            var pid = suite.run().pid(name);
            used.put(name + " threads", count(Path.of("/proc", Long.toString(pid), "task")));
            used.put(name + " files", count(Path.of("/proc", Long.toString(pid), "fd")));
            used.put(name + " heap", liveHeap(pid));
        });
        suite.databases()
                .pairs(
                        "postgres",
                        "SELECT usename, count(*) FROM pg_stat_activity WHERE usename LIKE '%service' GROUP BY 1")
                .forEach((role, count) -> used.put(role + " connections", Long.parseLong(count)));
        return new Footprint(used);
    }

    private static long count(Path folder) {
        try (var files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            return -1;
        }
    }

    /** The histogram's last line: Total, objects, bytes. */
    private static long liveHeap(long pid) {
        try {
            var jcmd = new ProcessBuilder(
                            JCMD.toString(), "-J-XX:TieredStopAtLevel=1", Long.toString(pid), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            try (var lines = jcmd.inputReader()) {
                var total =
                        lines.lines().filter(line -> line.startsWith("Total")).collect(Collectors.joining());
                jcmd.waitFor(10, TimeUnit.SECONDS);
                return total.isEmpty() ? -1 : Long.parseLong(total.strip().split("\\s+", 3)[2]) / 1024;
            }
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
