package io.duplex.order.analytics.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.order.RunningOrderService;
import io.duplex.order.analytics.OrderState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sales figures read of this service's own facts is in their examples, which ContractTest holds to the schemas. */
@QuarkusTest
@RunningOrderService
class ToldOrdersContractTest {
    private static final Path EXAMPLES = Path.of("contracts", "events");

    @Inject
    ObjectMapper json;

    static List<Path> examples() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".example.json"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyFactTellsOfWhichOrderAndWhatItIsWorth(Path example) throws IOException {
        var told = json.readValue(example.toFile(), OrderTold.class);

        assertThat(told.total().isPositive()).isTrue();
        assertThat(told.orderId()).isNotNull();
    }

    @Test
    void aCreationTellsWhatWasOrderedAndWhen() throws IOException {
        var told =
                json.readValue(EXAMPLES.resolve("OrderCreated.v1.example.json").toFile(), OrderTold.class);

        assertThat(told.createdAt()).isEqualTo("2026-11-21T10:00:00.123Z");
        assertThat(told.lines()).isEqualTo(List.of(new OrderState.Line("CHAIR-OAK", 2)));
    }
}
