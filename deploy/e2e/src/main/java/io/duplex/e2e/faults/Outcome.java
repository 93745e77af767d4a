package io.duplex.e2e.faults;

import io.duplex.e2e.invariants.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * What came of a fault.
 *
 * @param fault its name
 * @param orders how many orders were placed while it lasted
 * @param unanswered how many of them got no answer at first
 * @param rest how long it took from the end of the load until nothing was under way any more
 * @param complaints what the fault itself saw go wrong
 * @param notes what else is worth knowing
 */
public record Outcome(
        String fault,
        Verdict verdict,
        int orders,
        long unanswered,
        Duration rest,
        List<String> complaints,
        List<String> notes) {

    /** Whether nothing went wrong. */
    public boolean isGreen() {
        return verdict.isGreen() && complaints.isEmpty();
    }

    /** Everything that went wrong, one a line. */
    public String findings() {
        return (String.join("\n", complaints) + "\n" + verdict).strip();
    }
}
