package io.duplex.embedded.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceRulesTest {
    private static final String SEEDED = "io.duplex.embedded.rules.seeded";

    static Stream<ArchRule> rules() {
        return ServiceRules.of(SEEDED);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachFailsOnAClassThatBreaksIt(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(new ClassFileImporter().importPackages(SEEDED)))
                .isInstanceOf(AssertionError.class);
    }
}
