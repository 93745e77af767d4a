package io.duplex.order.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.contracts.events.ConsumedEvents;
import io.duplex.order.RunningOrderService;
import io.duplex.order.catalogue.ProductChanged;
import io.duplex.order.catalogue.StockLevelChanged;
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
@RunningOrderService
class ConsumedContractTest {
    private static final ConsumedEvents EVENTS = ConsumedEvents.of(Path.of("."));
    private static final Map<String, Class<?>> READ_AS = Map.of(
            "StockReserved.v1", StockReserved.class,
            "StockRejected.v1", StockRejected.class,
            "ReservationExpired.v1", ReservationExpired.class,
            "ShipmentDelivered.v1", ShipmentDelivered.class,
            "ProductChanged.v1", ProductChanged.class,
            "StockLevelChanged.v1", StockLevelChanged.class);

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
