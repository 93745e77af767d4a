package io.duplex.e2e.faults;

import io.duplex.e2e.invariants.Invariant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table fault × invariant, with the findings below it. */
record Table(List<Outcome> outcomes, boolean coloured) {
    private static final int NAME = 22;
    private static final String GREEN = "\u001B[32m";
    private static final String RED = "\u001B[31m";
    private static final String PLAIN = "\u001B[0m";

    boolean isGreen() {
        return outcomes.stream().allMatch(Outcome::isGreen);
    }

    @Override
    public String toString() {
        return Stream.of(Stream.of(head()), outcomes.stream().map(this::row), findings())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String head() {
        var names = Stream.of(Invariant.values()).map("%-5s"::formatted).collect(Collectors.joining());
        return padded("fault") + names + "fault  orders  unanswered  at rest after";
    }

    private String row(Outcome outcome) {
        var broken = outcome.verdict().broken();
        var cells = Stream.of(Invariant.values())
                .map(invariant -> cell(!broken.contains(invariant)))
                .collect(Collectors.joining());
        return padded(outcome.fault())
                + cells
                + cell(outcome.complaints().isEmpty())
                + "%8d %11d %10.1f s  %s"
                        .formatted(
                                outcome.orders(),
                                outcome.unanswered(),
                                outcome.rest().toMillis() / 1_000.0,
                                String.join(", ", outcome.notes()));
    }

    private String cell(boolean ok) {
        var text = ok ? "ok   " : "RED  ";
        if (!coloured) {
            return text;
        }
        return (ok ? GREEN : RED) + text + PLAIN;
    }

    private Stream<String> findings() {
        return outcomes.stream()
                .filter(outcome -> !outcome.isGreen())
                .map(outcome -> "\n" + outcome.fault() + "\n"
                        + outcome.findings().indent(2).stripTrailing());
    }

    private static String padded(String name) {
        return "%%-%ds".formatted(NAME).formatted(name);
    }
}
