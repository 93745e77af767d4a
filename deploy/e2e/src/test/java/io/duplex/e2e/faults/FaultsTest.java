package io.duplex.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FaultsTest {
    @Test
    void namesEveryFaultInItsHelp() {
        assertThat(new CommandLine(new Faults()).getUsageMessage()).contains(Repertoire.names());
    }

    @Test
    void refusesAFaultThatThereIsNot() {
        assertThat(new CommandLine(new Faults()).execute("--faults", "earthquake"))
                .isEqualTo(2);
    }
}
