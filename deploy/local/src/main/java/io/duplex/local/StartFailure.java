package io.duplex.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process of the suite did not come up; the message says which, why, and what it wrote last. */
final class StartFailure extends RuntimeException {
    private static final int LINES = 15;

    StartFailure(ProcessSpec spec, String reason) {
        super(spec.name() + " " + reason + ".\n" + lastLines(spec.log()) + "\nIts log: " + spec.log());
    }

    /** The last lines of a log, indented; what a person looks at first. */
    static String lastLines(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()))
                    .indent(4)
                    .stripTrailing();
        } catch (IOException e) {
            return "    (no log: " + e.getMessage() + ")";
        }
    }
}
