package io.duplex.e2e.invariants;

import io.duplex.e2e.evidence.Evidence;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What all invariants say at one moment. */
public record Verdict(Map<Invariant, List<Finding>> findings) {

    /** Checks all invariants. */
    public static Verdict on(Evidence evidence) {
        var findings = new EnumMap<Invariant, List<Finding>>(Invariant.class);
        for (var invariant : Invariant.values()) {
            findings.put(invariant, invariant.check(evidence));
        }
        return new Verdict(findings);
    }

    /** The invariants that do not hold. */
    public Set<Invariant> broken() {
        return findings.entrySet().stream()
                .filter(found -> !found.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether all hold. */
    public boolean isGreen() {
        return broken().isEmpty();
    }

    /** The findings, one a line; empty when there are none. */
    @Override
    public String toString() {
        return broken().stream()
                .flatMap(invariant -> findings.getOrDefault(invariant, List.of()).stream()
                        .map(finding -> "%s %s: %s".formatted(invariant, invariant.promise(), finding)))
                .collect(Collectors.joining("\n"));
    }
}
