package io.duplex.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.e2e.suite.RunningSuite;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of the faults, and the proof that each check of theirs can fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsE2E {
    private final long seed = Long.getLong("faults.seed", new Random().nextLong(1_000_000));
    private Trial trial;

    @BeforeAll
    void warmUp() {
        trial = Trial.of(RunningSuite.shared(), Settings.SHORT, seed);
    }

    @AfterAll
    void end() {
        trial.close();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void nothingIsLostDoubledOrOutOfOrder(Fault fault) {
        var outcome = trial.outcome(fault);

        assertThat(outcome.findings())
                .as(
                        "%s under load; to repeat it: deploy/e2e/faults --short --faults %1$s --seed %d",
                        fault.name(), seed)
                .isEmpty();
    }

    static Stream<Fault> faults() {
        return Repertoire.ALL.stream().filter(Fault::isBrief);
    }

    @ParameterizedTest
    @EnumSource
    void findsAPlantedBugAndBlamesNothingElse(PlantedBug bug) {
        var proof = Proof.of(bug, trial.evidence());

        assertThat(proof.verdict().broken()).as("%s", proof.verdict()).containsExactly(bug.reddens());
    }
}
