package io.duplex.e2e.faults;

import io.duplex.e2e.evidence.Evidence;
import io.duplex.e2e.invariants.Verdict;
import java.sql.SQLException;
import java.util.Set;

/** What the checker says of a planted bug. */
public record Proof(PlantedBug bug, Verdict verdict) {

    /** Plants a bug into a suite at rest, checks, and takes it out again. */
    @SuppressWarnings("try") // closing is what it is for
    public static Proof of(PlantedBug bug, Evidence evidence) {
        try (var undo = bug.plant(evidence)) {
            return new Proof(bug, Verdict.on(evidence));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the bug's invariant, and no other, is broken. */
    public boolean isRight() {
        return verdict.broken().equals(Set.of(bug.reddens()));
    }

    @Override
    public String toString() {
        return "%-24s reddens %s%s".formatted(bug, verdict.broken(), isRight() ? "" : ", not just " + bug.reddens());
    }
}
