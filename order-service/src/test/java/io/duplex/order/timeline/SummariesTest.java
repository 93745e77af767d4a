package io.duplex.order.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.contracts.suite.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SummariesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the timeline says of the examples of all services: a field that is renamed there is missed here. */
    @Test
    void tellsEveryFactAboutAnOrderInAFewWords() {
        assertThat(ofAllExamples())
                .containsAllEntriesOf(Map.ofEntries(
                        Map.entry("OrderCreated", "Order placed: 2 × CHAIR-OAK, 99.80 EUR"),
                        Map.entry("OrderConfirmed", "Order confirmed"),
                        Map.entry("OrderRejected", "Order rejected: insufficient-stock"),
                        Map.entry("OrderCancelled", "Order cancelled"),
                        Map.entry("OrderExpired", "Order expired"),
                        Map.entry("OrderShipped", "Order shipped"),
                        Map.entry("OrderCompleted", "Order completed"),
                        Map.entry("StockReserved", "Stock reserved: 2 × CHAIR-OAK"),
                        Map.entry("StockRejected", "Stock is short: 2 × CHAIR-OAK"),
                        Map.entry("StockReleased", "Stock released: 2 × CHAIR-OAK"),
                        Map.entry("InvoiceIssued", "Invoice INV-2026-000001 issued: 118.76 EUR, due 2026-12-21"),
                        Map.entry("CreditNoteIssued", "Credit note CN-2026-000001 issued: 118.76 EUR"),
                        Map.entry("NotificationSent", "EMAIL order-confirmed sent"),
                        Map.entry("NotificationFailed", "SMS order-confirmed failed, attempt 1")));
    }

    @Test
    void tellsWhatItDoesNotKnowByItsName() throws JsonProcessingException {
        assertThat(Summaries.of("ParcelLeftWithNeighbour", json("{\"name\":\"A. Buyer\"}")))
                .isEqualTo("Parcel left with neighbour");
    }

    @Test
    void tellsWhatHasLostAFieldByItsName() throws JsonProcessingException {
        assertThat(Summaries.of("InvoiceIssued", json("{\"number\":\"INV-1\",\"gross\":\"17\"}")))
                .isEqualTo("Invoice issued");
    }

    @Test
    void listsThreeLinesAndCountsTheOthers() throws JsonProcessingException {
        var line = "{\"sku\":\"A\",\"quantity\":1},";
        assertThat(Summaries.of("StockReserved", json("{\"lines\":[" + line.repeat(4) + "{\"sku\":\"A\"}]}")))
                .isEqualTo("Stock reserved: 1 × A, 1 × A, 1 × A and 2 more");
    }

    private static Map<String, String> ofAllExamples() {
        var summaries = new TreeMap<String, String>();
        for (var service : Service.at(Path.of(".")).suite()) {
            service.examples().forEach((event, file) -> {
                var type = event.replaceAll("\\.v\\d+$", "");
                summaries.put(type, Summaries.of(type, read(file)));
            });
        }
        return summaries;
    }

    private static JsonNode read(Path file) {
        try {
            return json(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
