package io.duplex.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.e2e.suite.RunningSuite;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpE2E {
    @Test
    void tellsItsStoryAndLeavesNothingBehindWhenItIsKilled() throws IOException, InterruptedException {
        try (var suite = RunningSuite.start()) {
            await().atMost(Duration.ofMinutes(2)).until(() -> suite.output().contains("Ctrl-C stops it"));
            assertThat(suite.output())
                    .contains("insufficient-stock", "OrderConfirmed", "InvoiceIssued", "CreditNoteIssued");
            List<Long> children = suite.pids();
            assertThat(children).hasSizeGreaterThan(7);

            new ProcessBuilder("kill", "-KILL", Long.toString(suite.pid()))
                    .start()
                    .waitFor();

            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(children)
                    .noneMatch(pid ->
                            ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)));
        }
    }
}
