package io.duplex.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.contracts.events.ConsumedEvents;
import io.duplex.notification.Channel;
import io.duplex.notification.RunningNotificationService;
import io.duplex.notification.message.Messages;
import io.duplex.notification.message.Template;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service reads of others' events is in their examples; ContractTest holds those against the others. */
@QuarkusTest
@RunningNotificationService
class ConsumedContractTest {
    private static final ConsumedEvents EVENTS = ConsumedEvents.of(Path.of("."));
    private static final Map<String, Said> SAID = Map.of(
            "OrderConfirmed.v1", new Said(Template.ORDER_CONFIRMED, "is confirmed"),
            "OrderRejected.v1", new Said(Template.ORDER_REJECTED, "cannot deliver"),
            "OrderCancelled.v1", new Said(Template.ORDER_CANCELLED, "is cancelled"),
            "InvoiceIssued.v1", new Said(Template.INVOICE_ISSUED, "Invoice INV-2026-"),
            "CreditNoteIssued.v1", new Said(Template.INVOICE_CREDITED, "Credit note CN-2026-"),
            "InventoryLow.v1", new Said(Template.INVENTORY_LOW, "Low stock: CHAIR-OAK"));

    @Inject
    ObjectMapper json;

    @Inject
    Messages messages;

    static Set<String> copies() {
        return EVENTS.names();
    }

    @ParameterizedTest
    @MethodSource("copies")
    void everyFieldThatIsSaidIsThere(String event) throws IOException {
        var said = Objects.requireNonNull(SAID.get(event), event);
        var fact = json.readValue(EVENTS.copyOf(event), said.template().fact());

        var message = messages.render(said.template(), Channel.EMAIL, "en", json.writeValueAsString(fact));

        assertThat(message.subject()).contains(said.words());
        EVENTS.requireRead(event, json.writeValueAsString(fact));
    }

    private record Said(Template template, String words) {}
}
