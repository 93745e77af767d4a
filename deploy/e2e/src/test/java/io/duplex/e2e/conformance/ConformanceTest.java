package io.duplex.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ConformanceTest {
    @Test
    void findsTheDocumentsOfAllServices() {
        assertThat(Examination.services())
                .contains("order-service", "inventory-service", "invoice-service", "notification-service")
                .allSatisfy(service ->
                        assertThat(Examination.promised(service).operations()).isNotEmpty());
    }

    @Test
    void refusesAServiceThatThereIsNot() {
        assertThat(new CommandLine(new Conformance()).execute("--services", "weather-service"))
                .isEqualTo(2);
    }
}
