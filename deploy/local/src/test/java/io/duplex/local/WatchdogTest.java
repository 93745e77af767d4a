package io.duplex.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {
    private final Path folder;

    WatchdogTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void killsWhatIsLeftWhenThePipeCloses() throws IOException {
        Watchdog watchdog = new Watchdog("");
        Process service = sleeper(watchdog, ProcessKind.SERVICE);
        Process database = sleeper(watchdog, ProcessKind.POSTGRESQL);

        watchdog.close();

        assertThat(List.of(service.isAlive(), database.isAlive())).containsOnly(false);
    }

    @Test
    void leavesReleasedProcessesAlone() throws IOException {
        Watchdog watchdog = new Watchdog("");
        Process process = sleeper(watchdog, ProcessKind.SERVICE);
        watchdog.release(process.pid());

        watchdog.close();

        boolean alive = process.isAlive();
        process.destroyForcibly();
        assertThat(alive).isTrue();
    }

    @Test
    void removesTheTemporaryFolderUnlessToldToKeepIt() throws IOException {
        Path removed = Files.createDirectories(folder.resolve("a b/removed"));
        Path kept = Files.createDirectory(folder.resolve("kept"));
        Watchdog keeping = new Watchdog(kept.toString());
        keeping.keepFolder();

        new Watchdog(removed.toString()).close();
        keeping.close();

        assertThat(removed).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void isReplacedWhenItDies() throws IOException {
        Watchdog watchdog = new Watchdog("");
        Process before = sleeper(watchdog, ProcessKind.SERVICE);
        ProcessHandle.of(watchdog.pid()).orElseThrow().destroyForcibly();
        await().until(() ->
                ProcessHandle.of(watchdog.pid()).filter(ProcessHandle::isAlive).isEmpty());
        Process after = sleeper(watchdog, ProcessKind.SERVICE);

        watchdog.close();

        assertThat(List.of(before.isAlive(), after.isAlive())).containsOnly(false);
    }

    @Test
    void outlivesALauncherThatIsKilledAndKillsItsChildren() throws Exception {
        Process launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedLauncher.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long child;
        try {
            child = Long.parseLong(launcher.inputReader().readLine());
            assertThat(isRunning(child)).isTrue();
        } finally {
            launcher.destroyForcibly();
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> !isRunning(child));
    }

    private Process sleeper(Watchdog watchdog, ProcessKind kind) throws IOException {
        ProcessSpec spec = ShellProcess.spec(folder, "exec sleep 300");
        Process process = Gate.pass(spec, watchdog);
        watchdog.release(process.pid());
        watchdog.guard(process.pid(), kind);
        return process;
    }

    /** A process that has ended may wait for its parent for a while; such a zombie does not run any more. */
    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }
}
