package io.duplex.order.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.contracts.openapi.ConsumedOperation;
import io.duplex.order.catalogue.CatalogueClient.ProductPage;
import io.duplex.order.catalogue.CatalogueClient.StockPage;
import io.duplex.order.catalogue.InventoryClient.Answer;
import io.duplex.order.catalogue.InventoryClient.Item;
import io.duplex.order.catalogue.InventoryClient.Question;
import io.duplex.order.catalogue.InventoryClient.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsumedApiContractTest {
    private static final Path INVENTORY = Path.of("../inventory-service");

    @Test
    void inventoryIsAskedAndUnderstoodAsItsDocumentSays() throws JsonProcessingException {
        var question = new Question(List.of(new Item("CHAIR-OAK", 2)));

        ConsumedOperation.of(INVENTORY, "POST /v1/availability")
                .sends(new ObjectMapper().writeValueAsString(question))
                .reads("200", Answer.class)
                .reads("422", Refusal.class);
    }

    @Test
    void inventorysListsAreUnderstoodAsItsDocumentSays() {
        ConsumedOperation.of(INVENTORY, "GET /v1/products").reads("200", ProductPage.class);
        ConsumedOperation.of(INVENTORY, "GET /v1/stock").reads("200", StockPage.class);
    }
}
