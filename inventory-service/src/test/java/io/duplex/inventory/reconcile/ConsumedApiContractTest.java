package io.duplex.inventory.reconcile;

import io.duplex.contracts.openapi.ConsumedOperation;
import io.duplex.inventory.reconcile.OrderClient.Order;
import io.duplex.inventory.reconcile.OrderClient.OrderPage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConsumedApiContractTest {
    private static final Path ORDER_SERVICE = Path.of("../order-service");

    @Test
    void ordersAreAskedForAndUnderstoodAsTheirDocumentSays() {
        ConsumedOperation.of(ORDER_SERVICE, "GET /v1/orders").reads("200", OrderPage.class);
        ConsumedOperation.of(ORDER_SERVICE, "GET /v1/orders/{id}").reads("200", Order.class);
    }
}
