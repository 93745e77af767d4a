package io.duplex.local.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Reads one CSV record after another (RFC 4180, values trimmed, empty lines left out). A quoted value may run over a few
 * lines; a quote that is never closed costs its own line only, never the rows behind it.
 */
final class Records {
    private static final int MOST_LINES = 5;

    private final BufferedReader lines;
    private final Columns columns;
    private final Deque<String> ahead = new ArrayDeque<>();

    /** The values of one record; not intact when its quotes are broken, and then without values. */
    record Fields(boolean intact, List<String> values) {
        static final Fields BROKEN = new Fields(false, List.of());
    }

    Records(BufferedReader lines, Columns columns) {
        this.lines = lines;
        this.columns = columns;
    }

    /** Takes a text for one record. */
    static Fields parse(String text, char delimiter) {
        try (var parser = CSVParser.parse(text, format(delimiter))) {
            return new Fields(true, parser.getRecords().get(0).toList());
        } catch (IOException | UncheckedIOException e) {
            return Fields.BROKEN;
        }
    }

    /** The next record, or nothing at the end of the file. */
    Optional<Fields> next() throws IOException {
        var first = line();
        while (first.isPresent() && first.get().isBlank()) {
            first = line();
        }
        return first.isPresent() ? Optional.of(startingWith(first.get())) : Optional.empty();
    }

    private Fields startingWith(String first) throws IOException {
        var fields = parse(first, columns.delimiter());
        return fields.intact() ? fields : continued(first);
    }

    private Fields continued(String first) throws IOException {
        var text = new StringBuilder(first);
        var taken = new ArrayDeque<String>();
        while (taken.size() < MOST_LINES - 1) {
            var line = line();
            if (line.isEmpty()) {
                break;
            }
            taken.addFirst(line.get());
            var fields = parse(text.append('\n').append(line.get()).toString(), columns.delimiter());
            if (fields.intact() && fields.values().size() == columns.width()) {
                return fields;
            }
        }
        taken.forEach(ahead::addFirst);
        return Fields.BROKEN;
    }

    private Optional<String> line() throws IOException {
        return ahead.isEmpty() ? Optional.ofNullable(lines.readLine()) : Optional.of(ahead.removeFirst());
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setTrim(true)
                .get();
    }
}
