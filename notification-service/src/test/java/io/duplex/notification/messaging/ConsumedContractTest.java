package io.duplex.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.notification.Channel;
import io.duplex.notification.RunningNotificationService;
import io.duplex.notification.message.Messages;
import io.duplex.notification.message.Template;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What this service reads is what the others promise. */
@QuarkusTest
@RunningNotificationService
class ConsumedContractTest {
    private static final Path COPIES = Path.of("src", "test", "resources", "contracts", "consumed");

    @Inject
    ObjectMapper json;

    @Inject
    Messages messages;

    @ParameterizedTest
    @CsvSource({
        "order-service, OrderConfirmed",
        "order-service, OrderRejected",
        "order-service, OrderCancelled",
        "invoice-service, InvoiceIssued",
        "invoice-service, CreditNoteIssued",
        "inventory-service, InventoryLow"
    })
    void theCopyIsTheProducersExample(String producer, String event) throws IOException {
        var example = Path.of("..", producer, "contracts", "events", file(event));

        assertThat(Files.readString(COPIES.resolve(file(event)))).isEqualTo(Files.readString(example));
    }

    @ParameterizedTest
    @CsvSource({
        "OrderConfirmed, ORDER_CONFIRMED, is confirmed",
        "OrderRejected, ORDER_REJECTED, cannot deliver",
        "OrderCancelled, ORDER_CANCELLED, is cancelled",
        "InvoiceIssued, INVOICE_ISSUED, Invoice INV-2026-",
        "CreditNoteIssued, INVOICE_CREDITED, Credit note CN-2026-",
        "InventoryLow, INVENTORY_LOW, Low stock: CHAIR-OAK"
    })
    void everyFieldThatIsSaidIsThere(String event, Template template, String words) throws IOException {
        var fact = json.readValue(COPIES.resolve(file(event)).toFile(), template.fact());

        var message = messages.render(template, Channel.EMAIL, "en", json.writeValueAsString(fact));

        assertThat(message.subject()).contains(words);
        assertThat(fact).hasNoNullFieldsOrProperties();
    }

    private static String file(String event) {
        return event + ".v1.example.json";
    }
}
