package io.duplex.e2e.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of what was tried with each operation: {@code ok}, {@code RED}, or {@code -} where there was nothing to try. */
public final class Matrix {
    private static final int MOST_SHOWN = 5;
    private static final String GREEN = "\u001B[32m";
    private static final String RED = "\u001B[31m";
    private static final String PLAIN = "\u001B[0m";

    private final String title;
    private final List<String> columns;
    private final Map<String, Map<String, List<String>>> rows = new LinkedHashMap<>();

    Matrix(String title, List<String> columns) {
        this.title = title;
        this.columns = columns;
    }

    /** An operation to which something will be noted, or for which there is nothing to try. */
    void row(String operation) {
        rows.computeIfAbsent(operation, missing -> new LinkedHashMap<>());
    }

    /** What was found when something was tried; nothing when all is well. */
    void note(String operation, String column, List<String> found) {
        rows.computeIfAbsent(operation, missing -> new LinkedHashMap<>())
                .computeIfAbsent(column, missing -> new ArrayList<>())
                .addAll(found);
    }

    /** An operation that could not be tried. */
    void fail(String operation, String why) {
        note(operation, columns.get(0), List.of(why));
    }

    /** Whether all is well with everything that was tried. */
    public boolean isGreen() {
        return red().findAny().isEmpty();
    }

    /** The red cells, as operation and column. */
    public Stream<String> red() {
        return rows.entrySet().stream().flatMap(row -> row.getValue().entrySet().stream()
                .filter(cell -> !cell.getValue().isEmpty())
                .map(cell -> row.getKey() + " " + cell.getKey()));
    }

    /** How many cells have something in them. */
    public long tried() {
        return rows.values().stream().mapToLong(Map::size).sum();
    }

    /** What was found, below the cell in which it was found. */
    public String findings() {
        return rows.entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .filter(cell -> !cell.getValue().isEmpty())
                        .map(cell -> row.getKey() + ", " + title + " " + cell.getKey() + "\n"
                                + shown(cell.getValue()).indent(2)))
                .collect(Collectors.joining("\n"));
    }

    /** The table, in colours where they can be seen. */
    public String table(boolean coloured) {
        var head =
                "%-42s".formatted(title) + columns.stream().map(Matrix::padded).collect(Collectors.joining());
        return Stream.concat(
                        Stream.of(head),
                        rows.entrySet().stream().map(row -> line(row.getKey(), row.getValue(), coloured)))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }

    private String line(String operation, Map<String, List<String>> cells, boolean coloured) {
        return "%-42s".formatted(operation)
                + columns.stream()
                        .map(column -> cell(cells.get(column), column, coloured))
                        .collect(Collectors.joining());
    }

    private static String cell(@Nullable List<String> found, String column, boolean coloured) {
        var text = padded(found == null ? "-" : found.isEmpty() ? "ok" : "RED", column);
        if (!coloured || found == null) {
            return text;
        }
        return (found.isEmpty() ? GREEN : RED) + text + PLAIN;
    }

    private static String padded(String column) {
        return padded(column, column);
    }

    private static String padded(String text, String column) {
        return ("%-" + (Math.max(3, column.length()) + 1) + "s").formatted(text);
    }

    private static String shown(List<String> found) {
        var some = found.stream().limit(MOST_SHOWN).collect(Collectors.joining("\n"));
        return found.size() <= MOST_SHOWN ? some : some + "\nand " + (found.size() - MOST_SHOWN) + " more";
    }
}
