package io.duplex.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duplex.notification.Channel;
import io.duplex.notification.RunningNotificationService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@RunningNotificationService
class MessagesComponentTest {
    private static final UUID ID = UUID.randomUUID();
    private static final String LONGEST_SKU = "S".repeat(64);

    @Inject
    Messages messages;

    @Inject
    ObjectMapper json;

    static Stream<Arguments> everyMessage() {
        return Stream.of("en", "de")
                .flatMap(locale -> Stream.of(Template.values()).flatMap(template -> template.channels().stream()
                        .map(channel -> Arguments.of(template, channel, locale))));
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void everyFactHasItsWordsInEveryLanguage(Template template, Channel channel, String locale)
            throws JsonProcessingException {
        var message = messages.render(template, channel, locale, json.writeValueAsString(fact(template)));

        assertThat(message.text()).isNotBlank().doesNotContain("NOT_FOUND", "fact");
        if (channel == Channel.SMS) {
            assertThat(message.text()).hasSizeLessThanOrEqualTo(160).doesNotContain("\n");
        } else {
            assertThat(message.subject()).isNotBlank().doesNotContain("\n");
            assertThat(message.html()).contains("<html lang=\"" + locale + "\">", String.valueOf(message.subject()));
        }
    }

    @Test
    void amountsAndDatesAreWrittenAsTheLanguageHasThem() throws JsonProcessingException {
        var fact = json.writeValueAsString(fact(Template.INVOICE_ISSUED));

        assertThat(messages.render(Template.INVOICE_ISSUED, Channel.EMAIL, "en", fact)
                        .text())
                .contains("Total: EUR 1,418.76", "21 December 2026");
        assertThat(messages.render(Template.INVOICE_ISSUED, Channel.EMAIL, "de", fact)
                        .text())
                .contains("Gesamt: 1.418,76 EUR", "21. Dezember 2026");
    }

    @Test
    void shortagesAreListed() throws JsonProcessingException {
        var fact = json.writeValueAsString(fact(Template.ORDER_REJECTED));

        assertThat(messages.render(Template.ORDER_REJECTED, Channel.EMAIL, "en", fact)
                        .text())
                .contains("- CHAIR: 3 ordered, 1 available\n- TABLE: 2 ordered, 0 available");
    }

    @Test
    void whatAFactSaysIsNoHtml() throws JsonProcessingException {
        var fact = json.writeValueAsString(new InventoryLow("SKU", "<script>alert(1)</script>", 1, 5));

        assertThat(messages.render(Template.INVENTORY_LOW, Channel.EMAIL, "en", fact)
                        .html())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    private static Object fact(Template template) {
        var money = Money.parse("EUR 1418.76");
        return switch (template) {
            case ORDER_CONFIRMED -> new OrderConfirmed(ID, "c", money);
            case ORDER_REJECTED ->
                new OrderRejected(
                        ID,
                        "c",
                        money,
                        List.of(new OrderRejected.Shortage("CHAIR", 3, 1), new OrderRejected.Shortage("TABLE", 2, 0)));
            case ORDER_CANCELLED -> new OrderCancelled(ID, "c", money);
            case INVOICE_ISSUED ->
                new InvoiceIssued(ID, "c", ID, "INV-2026-000001", money, money, money, LocalDate.of(2026, 12, 21));
            case INVOICE_CREDITED ->
                new CreditNoteIssued(ID, "c", ID, "CN-2026-000001", "INV-2026-000001", money, money, money);
            case INVENTORY_LOW -> new InventoryLow(LONGEST_SKU, "Oak chair", 1_000_000, 1_000_000);
        };
    }
}
