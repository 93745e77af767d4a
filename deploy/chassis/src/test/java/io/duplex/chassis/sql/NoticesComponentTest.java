package io.duplex.chassis.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.chassis.notes.Notebook;
import io.duplex.chassis.notes.RunningNotes;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningNotes
class NoticesComponentTest {
    private static final String BACKEND =
            "SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_notify($1%' AND pid <> pg_backend_pid()";

    private final Notebook notebook = new Notebook();

    @Inject
    Notices notices;

    @AfterEach
    void closeNotebook() {
        notebook.close();
    }

    @Test
    void holdNobodyUpWhenTheDatabaseDoesNotTakeThem() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        notices.listen("news", heard::add);
        await().untilAsserted(
                        () -> assertThat(heardAfterCalling("before", heard)).contains("before"));
        var backends = notebook.query(BACKEND);
        assertThat(backends).isNotEmpty();

        signal("-STOP", backends);
        try {
            notices.call("news", "meanwhile").await().atMost(Duration.ofSeconds(3));
        } finally {
            signal("-CONT", backends);
        }

        await().untilAsserted(
                        () -> assertThat(heardAfterCalling("after", heard)).contains("after"));
    }

    private List<String> heardAfterCalling(String notice, List<String> heard) {
        notices.call("news", notice).await().atMost(Duration.ofSeconds(3));
        return heard;
    }

    private static void signal(String name, List<String> processes) throws IOException, InterruptedException {
        for (var process : processes) {
            assertThat(new ProcessBuilder("kill", name, process).start().waitFor())
                    .as("kill %s %s", name, process)
                    .isZero();
        }
    }
}
