package io.duplex.inventory.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.contracts.events.ConsumedEvents;
import io.duplex.inventory.RunningInventoryService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service reads of others' events is in their examples; ContractTest holds those against the others. */
@QuarkusTest
@RunningInventoryService
class ConsumedContractTest {
    private static final ConsumedEvents EVENTS = ConsumedEvents.of(Path.of("."));
    private static final Map<String, Class<?>> READ_AS = Map.of(
            "OrderCreated.v1", OrderCreated.class,
            "OrderConfirmed.v1", OrderConfirmed.class,
            "OrderCancelled.v1", OrderCancelled.class,
            "OrderExpired.v1", OrderExpired.class,
            "OrderShipped.v1", OrderShipped.class);

    @Inject
    ObjectMapper json;

    static Set<String> copies() {
        return EVENTS.names();
    }

    @ParameterizedTest
    @MethodSource("copies")
    void everyFieldThatIsUsedIsThere(String event) throws IOException {
        var fact = json.readValue(EVENTS.copyOf(event), READ_AS.get(event));

        EVENTS.requireRead(event, json.writeValueAsString(fact));
    }
}
