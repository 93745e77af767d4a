package io.duplex.e2e.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What came of the requests by chance to one operation. */
public final class FuzzCount {
    private static final int MOST_ALIKE = 4;

    private final String operation;
    private final List<String> findings = new ArrayList<>();
    private final Map<List<String>, Integer> alike = new HashMap<>();
    private int accepted;
    private int refused;
    private int unavailable;
    private int wrong;

    FuzzCount(String operation) {
        this.operation = operation;
    }

    /** The title of the columns. */
    static String head() {
        return "%-42s%9s%9s%9s%9s%9s".formatted("by chance", "sent", "2xx 3xx", "4xx", "503", "wrong");
    }

    /** Counts an exchange; of those with which the same is wrong, the first few are kept. */
    void add(Exchange exchange) {
        count(exchange.answer());
        if (!exchange.wrong().isEmpty()) {
            wrong++;
            if (alike.merge(exchange.wrong(), 1, Integer::sum) <= MOST_ALIKE) {
                findings.addAll(exchange.told());
            }
        }
    }

    private void count(Answer answer) {
        if (answer.status() == 503) {
            unavailable++;
        } else if (answer.status() >= 400) {
            refused++;
        } else {
            accepted++;
        }
    }

    /** The operation could not be tried. */
    void fail(String why) {
        wrong++;
        findings.add(why);
    }

    /** Whether no answer contradicted the document. */
    public boolean isGreen() {
        return wrong == 0;
    }

    /** How many were answered with success: where none is, only refusals have been tried. */
    public int accepted() {
        return accepted;
    }

    /** The first answers that contradicted the document, each with its request. */
    public String findings() {
        return findings.isEmpty()
                ? ""
                : operation + ", by chance\n" + String.join("\n", findings).indent(2);
    }

    @Override
    public String toString() {
        return "%-42s%9d%9d%9d%9d%9d"
                .formatted(operation, accepted + refused + unavailable, accepted, refused, unavailable, wrong);
    }
}
