package io.duplex.e2e.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The services' logs. Whatever was asked of them, they name no class, statement, token or person. */
final class Logs {
    /** Time, level, category and request id. */
    private static final Pattern HEAD = Pattern.compile("^\\S+ \\S+ +\\[[^\\]]*] \\[[^\\]]*] ");

    private static final List<String> PERSONAL = List.of("@customer.example", "+4915112345678", "Main St 1", "eyJ");

    private final Path folder;

    Logs(Path folder) {
        this.folder = folder;
    }

    /** The lines that tell too much. */
    List<String> findings() {
        try (var logs = Files.list(folder)) {
            return logs.filter(log -> log.getFileName().toString().contains("-service-"))
                    .flatMap(Logs::findings)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> findings(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(Logs::tellsTooMuch)
                    .map(line -> log.getFileName() + ": " + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean tellsTooMuch(String line) {
        var message = HEAD.matcher(line).replaceFirst("");
        return Promise.internals(message).isPresent() || PERSONAL.stream().anyMatch(message::contains);
    }
}
