package io.duplex.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;

    private final Watchdog watchdog = new Watchdog("");
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final Heard heard = new Heard();

    ManagedProcessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void endEverything() {
        timer.shutdownNow();
        watchdog.close();
    }

    @Test
    void startsADeadProcessAgainWithinASecond() throws InterruptedException {
        ManagedProcess process = process("exec sleep 300");
        process.start();
        process.awaitReady(PATIENCE);
        long first = process.pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(1)).until(() -> process.pid() != first && heard.deaths.size() == 1);
        assertThat(heard.deaths).containsExactly("137 once");
    }

    @Test
    void saysWhenAProcessKeepsDying() {
        ManagedProcess process = process("echo no luck; exit 3");

        process.start();

        assertThatThrownBy(() -> process.awaitReady(PATIENCE))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("worker ends as soon as it is started")
                .hasMessageContaining("no luck")
                .hasMessageContaining(folder.resolve("worker.log").toString());
        assertThat(heard.deaths).containsExactly("3 once", "3 once", "3 hopeless");
    }

    @Test
    void doesNotStartAStoppedProcessAgain() throws InterruptedException {
        ManagedProcess process = process("exec sleep 300");
        process.start();
        process.awaitReady(PATIENCE);

        process.stop(PATIENCE);
        process.start();

        assertThat(ProcessHandle.of(process.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(heard.deaths).isEmpty();
    }

    @Test
    void killsAProcessThatDoesNotStop() throws InterruptedException {
        ManagedProcess process = process("trap '' TERM; while :; do sleep 0.1; done");
        process.start();
        process.awaitReady(PATIENCE);

        process.stop(Duration.ofMillis(300));

        assertThat(ProcessHandle.of(process.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void appendsWhatTheProcessPrintsToItsLog() {
        ManagedProcess process = process("echo $GREETING; exec sleep 300");

        process.start();

        await().untilAsserted(
                        () -> assertThat(folder.resolve("worker.log")).exists().hasContent("hello"));
    }

    private ManagedProcess process(String script) {
        ProcessSpec spec = ShellProcess.spec(folder, script);
        return new ManagedProcess(spec, () -> script.contains("sleep"), new Surroundings(watchdog, timer, heard));
    }

    private static final class Heard implements Surroundings.Listener {
        private final List<String> deaths = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void started(ManagedProcess process) {}

        @Override
        public void ready(ManagedProcess process) {}

        @Override
        public void died(ManagedProcess process, int exitCode, boolean hopeless) {
            deaths.add(exitCode + (hopeless ? " hopeless" : " once"));
        }
    }
}
