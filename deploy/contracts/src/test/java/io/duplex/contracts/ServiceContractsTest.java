package io.duplex.contracts;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.contracts.suite.Rule;
import io.duplex.contracts.suite.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A small suite that keeps all rules, and for each rule changes that break it. */
class ServiceContractsTest {
    private static final Path SUITE = Path.of("src/test/resources/suite");
    private static final Path VIOLATIONS = Path.of("src/test/resources/violations.csv");

    static Stream<Service> services() {
        return Service.in(SUITE).stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aSuiteThatKeepsAllRulesBreaksNone(Service service) {
        assertThat(ServiceContracts.rules())
                .allSatisfy(rule -> assertThat(rule.violations().apply(service))
                        .as(rule.name())
                        .isEmpty());
    }

    @Test
    void everyRuleIsSeenToFail() throws IOException {
        Set<String> seeded = Files.readAllLines(VIOLATIONS).stream()
                .filter(row -> !row.startsWith("#"))
                .map(row -> row.substring(0, row.indexOf(" | ")))
                .collect(toSet());

        assertThat(seeded)
                .containsExactlyInAnyOrderElementsOf(
                        ServiceContracts.rules().stream().map(Rule::name).toList());
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvFileSource(files = "src/test/resources/violations.csv", delimiter = '|', quoteCharacter = '`')
    void findsWhatBreaksARule(
            String name, String file, String pointer, String value, String said, @TempDir Path suite) {
        Edits.copy(SUITE, suite);
        Edits.change(suite.resolve(file), pointer, value);

        Rule rule = ServiceContracts.rules().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(Service.in(suite).stream().flatMap(rule.violations()))
                .anySatisfy(violation -> assertThat(violation).contains(said));
    }
}
