package io.duplex.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.duplex.contracts.asyncapi.AsyncApiRules;
import io.duplex.contracts.events.EventRules;
import io.duplex.contracts.openapi.OpenApiRules;
import io.duplex.contracts.suite.Rule;
import io.duplex.contracts.suite.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** All that can be said about a service's contracts without running it. */
public final class ServiceContracts {
    private ServiceContracts() {}

    /** A test for each rule, over all files of the service in this folder. */
    public static Stream<DynamicTest> of(Path folder) {
        Service service = Service.at(folder);
        return rules().stream()
                .map(rule -> dynamicTest(
                        rule.name(), () -> assertThat(rule.violations().apply(service))
                                .as("%s: %s", service.name(), rule.name())
                                .isEmpty()));
    }

    static List<Rule> rules() {
        return Stream.of(EventRules.all(), AsyncApiRules.all(), OpenApiRules.all())
                .flatMap(List::stream)
                .toList();
    }
}
