package io.duplex.order;

import io.duplex.contracts.ServiceContracts;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The files of {@code contracts} against their specifications, the neighbours, the settings and the code. */
class ContractTest {
    @TestFactory
    Stream<DynamicTest> keeps() {
        return ServiceContracts.of(Path.of("."));
    }
}
