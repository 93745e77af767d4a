package io.duplex.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void printsEachProcessOnceWhereThereIsNoTerminal() {
        Progress progress = progress(false);

        progress.starting("kafka", 8093);
        progress.repaint();
        progress.ready("kafka");

        assertThat(written.toString(UTF_8)).matches(" {2}kafka {20}port 8093 {3}ready {7}\\d\\.\\d s\\R");
    }

    @Test
    void repaintsTheLinesOnATerminal() {
        Progress progress = progress(true);

        progress.starting("kafka", 8093);
        progress.starting("stubs", 8090);
        progress.ready("kafka");

        assertThat(written.toString(UTF_8))
                .contains("starting", "\u001b[2A", "ready")
                .endsWith(" s\n");
    }

    @Test
    void putsMessagesAboveTheLines() {
        Progress progress = progress(true);

        progress.starting("kafka", 8093);
        progress.say("look");

        assertThat(written.toString(UTF_8)).contains("\u001b[2K\n\u001b[1Alook\n  kafka");
    }

    private Progress progress(boolean terminal) {
        return new Progress(new PrintStream(written, true, UTF_8), terminal);
    }
}
