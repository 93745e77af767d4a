package io.duplex.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final long BEGIN = 5_000_000_000L;
    private static final String ORDER = "0199-order";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Deque<Fact> coming = new ArrayDeque<>();

    @Test
    void tellsMillisecondsServiceAndFact() {
        comes(12, "inventory-service", "StockReserved", ORDER, "{'lines':[{'sku':'CHAIR-OAK','quantity':2}]}");
        comes(31, "order-service", "OrderConfirmed", ORDER, "{}");
        comes(
                40,
                "invoice-service",
                "InvoiceIssued",
                ORDER,
                "{'number':'INV-2026-000001','gross':{'amount':'118.76','currency':'EUR'}}");

        Story story = story();
        story.follow(Expectation.confirmedAndInvoiced());

        assertThat(told())
                .containsExactly(
                        "      12 ms  inventory-service     StockReserved 2 × CHAIR-OAK",
                        "      31 ms  order-service         OrderConfirmed",
                        "      40 ms  invoice-service       InvoiceIssued INV-2026-000001, 118.76 EUR gross");
        assertThat(story.millisUntil(Expectation.confirmedAndInvoiced())).isEqualTo(40);
        assertThat(story.firstTold("InvoiceIssued").text("/number")).isEqualTo("INV-2026-000001");
    }

    @Test
    void waitsForAllInWhateverOrderTheyCome() {
        String message = "{'channel':'%s','template':'order-confirmed'}";
        comes(1, "notification-service", "NotificationSent", ORDER, message.formatted("SMS"));
        comes(2, "notification-service", "NotificationSent", ORDER, message.formatted("EMAIL"));
        comes(3, "invoice-service", "InvoiceIssued", ORDER, "{}");
        comes(4, "order-service", "OrderConfirmed", ORDER, "{}");

        Story story = story();
        story.follow(Expectation.confirmedAndInvoiced());
        story.follow(Expectation.messages());

        assertThat(story.millisUntil(Expectation.messages())).isEqualTo(2);
    }

    @Test
    void tellsAnAnswerAfterTheFactsThatWereSeenBeforeIt() {
        comes(10, "order-service", "OrderCreated", ORDER, "{'total':{'amount':'99.80','currency':'EUR'}}");
        comes(30, "order-service", "OrderConfirmed", ORDER, "{}");
        Story story = story();

        story.tell(BEGIN + 20_000_000, "order-service", "201 PENDING");
        story.follow(List.of(Expectation.of("OrderConfirmed", "order-service")));

        assertThat(told())
                .containsExactly(
                        "      10 ms  order-service         OrderCreated 99.80 EUR",
                        "      20 ms  order-service         201 PENDING",
                        "      30 ms  order-service         OrderConfirmed");
    }

    @Test
    void tellsNothingOfOtherOrdersOrOfTimesBefore() {
        comes(-1, "inventory-service", "InventoryLow", "", "{}");
        comes(1, "order-service", "OrderConfirmed", "another", "{}");
        comes(2, "order-service", "OrderConfirmed", ORDER, "{}");

        story().follow(List.of(Expectation.of("OrderConfirmed", "order-service")));

        assertThat(told()).containsExactly("       2 ms  order-service         OrderConfirmed");
    }

    @Test
    void tellsThatTheOrderMadeStockLow() {
        comes(1, "inventory-service", "InventoryLow", "", "{'sku':'CHAIR-OAK','available':10}");
        comes(2, "order-service", "OrderConfirmed", ORDER, "{}");

        story().follow(List.of(Expectation.of("OrderConfirmed", "order-service")));

        assertThat(told()).contains("       1 ms  inventory-service     InventoryLow CHAIR-OAK: 10 available");
    }

    @Test
    void namesWhatIsMissingAndWhoseItIs() {
        comes(2, "order-service", "OrderConfirmed", ORDER, "{}");

        assertThatThrownBy(() -> story().follow(Expectation.confirmedAndInvoiced()))
                .isInstanceOf(DemoFailure.class)
                .hasMessage("Missing after 20 s: InvoiceIssued (from invoice-service)");
    }

    private Story story() {
        Facts facts = patience -> Optional.ofNullable(coming.poll());
        Story story = new Story(new PrintStream(written, true, UTF_8), facts, BEGIN, "CHAIR-OAK");
        story.isAbout(ORDER);
        return story;
    }

    private void comes(long millis, String service, String type, String order, String data) {
        long seenAt = BEGIN + millis * 1_000_000;
        try {
            coming.add(new Fact(
                    service, type, "CHAIR-OAK", order, new ObjectMapper().readTree(data.replace('\'', '"')), seenAt));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private List<String> told() {
        return written.toString(UTF_8).lines().toList();
    }
}
