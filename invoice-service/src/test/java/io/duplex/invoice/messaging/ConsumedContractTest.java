package io.duplex.invoice.messaging;

import static io.duplex.invoice.tax.TaxCategory.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.contracts.events.ConsumedEvents;
import io.duplex.invoice.DocumentLine;
import io.duplex.invoice.RunningInvoiceService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this service reads of others' events is in their examples; ContractTest holds those against the others. */
@QuarkusTest
@RunningInvoiceService
class ConsumedContractTest {
    private static final ConsumedEvents EVENTS = ConsumedEvents.of(Path.of("."));
    private static final UUID ORDER = UUID.fromString("01991f7e-5b1c-7c3e-9a57-6d1f0a3c2b10");

    @Inject
    ObjectMapper json;

    /** All that is copied but the new order, which is looked at more closely. */
    static Stream<String> changes() {
        return EVENTS.names().stream().filter(event -> !event.equals("OrderCreated.v1"));
    }

    @Test
    void readsANewOrder() throws IOException {
        var order = json.readValue(EVENTS.copyOf("OrderCreated.v1"), OrderCreated.class)
                .asNewOrder();

        assertThat(order.orderId()).isEqualTo(ORDER);
        assertThat(order.customerId()).isEqualTo("c-1001");
        assertThat(order.currency()).isEqualTo(CurrencyUnit.EUR);
        assertThat(order.destinationCountry()).isEqualTo("DE");
        assertThat(order.placedAt()).isEqualTo("2026-11-21T10:00:00.123Z");
        assertThat(order.lines())
                .containsExactly(DocumentLine.of("CHAIR-OAK", "Oak chair", 2, Money.parse("EUR 49.90"), STANDARD));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void readsWhatBecameOfIt(String event) throws IOException {
        var change = json.readValue(EVENTS.copyOf(event), OrderChanged.class);

        assertThat(change.orderId()).isEqualTo(ORDER);
        assertThat(change.reason() != null)
                .isEqualTo(Set.of("OrderRejected.v1", "OrderCancelled.v1").contains(event));
    }
}
