package io.duplex.e2e.invariants;

import java.util.Collection;
import java.util.List;

/**
 * An invariant that does not hold.
 *
 * @param expected what should be
 * @param seen what is
 */
public record Finding(String expected, String seen) {
    private static final int SHOWN = 5;

    /** Nothing, when there are no culprits; otherwise one finding that names the first few of them. */
    static List<Finding> none(String expected, Collection<?> culprits) {
        if (culprits.isEmpty()) {
            return List.of();
        }
        var first = culprits.stream().limit(SHOWN).toList();
        return List.of(new Finding(expected, "%d exceptions: %s".formatted(culprits.size(), first)));
    }

    @Override
    public String toString() {
        return "expected: " + expected + "; seen: " + seen;
    }
}
