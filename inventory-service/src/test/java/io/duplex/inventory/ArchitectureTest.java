package io.duplex.inventory;

import com.tngtech.archunit.lang.ArchRule;
import io.duplex.embedded.rules.ServiceRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String SERVICE = "io.duplex.inventory";

    static Stream<ArchRule> rules() {
        return ServiceRules.of(SERVICE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(ServiceRules.classesOf(SERVICE));
    }
}
