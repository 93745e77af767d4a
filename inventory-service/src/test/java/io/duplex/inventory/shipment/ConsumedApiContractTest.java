package io.duplex.inventory.shipment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.contracts.openapi.ConsumedOperation;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsumedApiContractTest {
    private static final Path ORDER_SERVICE = Path.of("../order-service");

    @Test
    void orderServiceIsAskedToShipAsItsDocumentSays() throws JsonProcessingException {
        var request = new ShipClient.ShipRequest(UUID.randomUUID());

        ConsumedOperation.of(ORDER_SERVICE, "POST /v1/orders/{id}/ship")
                .sends(new ObjectMapper().writeValueAsString(request))
                .reads("200", ShipClient.Shipped.class);
    }

    @Test
    void orderServiceTellsTheAddressAsItsDocumentSays() {
        ConsumedOperation.of(ORDER_SERVICE, "GET /v1/orders/{id}").reads("200", AddressClient.Order.class);
    }
}
