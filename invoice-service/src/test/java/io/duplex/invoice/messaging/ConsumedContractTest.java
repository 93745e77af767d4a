package io.duplex.invoice.messaging;

import static io.duplex.invoice.tax.TaxCategory.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.invoice.DocumentLine;
import io.duplex.invoice.RunningInvoiceService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service reads is what order-service promises. */
@QuarkusTest
@RunningInvoiceService
class ConsumedContractTest {
    private static final Path PRODUCER = Path.of("..", "order-service", "contracts", "events");
    private static final Path COPIES = Path.of("src", "test", "resources", "contracts", "consumed");
    private static final UUID ORDER = UUID.fromString("01991f7e-5b1c-7c3e-9a57-6d1f0a3c2b10");

    @Inject
    ObjectMapper json;

    @ParameterizedTest
    @ValueSource(strings = {"OrderCreated", "OrderConfirmed", "OrderRejected", "OrderCancelled"})
    void theCopyIsTheProducersExample(String event) throws IOException {
        assertThat(Files.readString(copy(event)))
                .isEqualTo(Files.readString(PRODUCER.resolve(event + ".v1.example.json")));
    }

    @Test
    void readsANewOrder() throws IOException {
        var order = json.readValue(copy("OrderCreated").toFile(), OrderCreated.class)
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
    @ValueSource(strings = {"OrderConfirmed", "OrderRejected", "OrderCancelled"})
    void readsWhatBecameOfIt(String event) throws IOException {
        var change = json.readValue(copy(event).toFile(), OrderChanged.class);

        assertThat(change.orderId()).isEqualTo(ORDER);
        assertThat(change.reason() != null).isEqualTo(!event.equals("OrderConfirmed"));
    }

    private static Path copy(String event) {
        return COPIES.resolve(event + ".v1.example.json");
    }
}
