package io.duplex.invoice;

import static io.duplex.invoice.Shop.TWO_CHAIRS;
import static io.duplex.invoice.Shop.awaitInvoice;
import static io.duplex.invoice.Shop.cancelled;
import static io.duplex.invoice.Shop.confirmed;
import static io.duplex.invoice.Shop.created;
import static io.duplex.invoice.Shop.expired;
import static io.duplex.invoice.Shop.line;
import static io.duplex.invoice.Shop.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.embedded.TestTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInvoiceService
class InvoiceLifeComponentTest {
    private final Shop shop = new Shop();
    private final UUID order = UUID.randomUUID();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void draftsWithTheOrder() {
        shop.tell(created(order, TWO_CHAIRS));

        var draft = awaitInvoice(order, "DRAFT");
        assertThat(draft.getString("number")).isNull();
        assertThat(draft.getString("issueDate")).isNull();
        assertThat(draft.getString("net.amount")).isEqualTo("99.80");
        assertThat(draft.getString("open.amount")).isEqualTo("0.00");
        assertThat(draft.getInt("version")).isEqualTo(1);
    }

    @Test
    void issuesWhenTheOrderIsConfirmed() {
        shop.tell(
                created(
                        order,
                        TWO_CHAIRS + ","
                                + line("BOOK", 1, "10.00", "EUR", "REDUCED") + ","
                                + line("STAMP", 3, "0.85", "EUR", "ZERO")),
                confirmed(order));

        var invoice = awaitInvoice(order, "ISSUED");
        var today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        assertThat(invoice.getString("number")).matches("INV-" + today.getYear() + "-\\d{6}");
        assertThat(invoice.getString("issueDate")).isEqualTo(today.toString());
        assertThat(invoice.getString("dueDate")).isEqualTo(today.plusDays(30).toString());
        assertThat(invoice.getString("net.amount")).isEqualTo("112.35");
        assertThat(invoice.getString("tax.amount")).isEqualTo("19.66");
        assertThat(invoice.getString("gross.amount")).isEqualTo("132.01");
        assertThat(invoice.getString("open.amount")).isEqualTo("132.01");
        assertThat(invoice.getString("paid.amount")).isEqualTo("0.00");
        assertThat(invoice.getList("lines.sku")).containsExactly("CHAIR-OAK", "BOOK", "STAMP");
        assertThat(invoice.getList("lines.taxRate")).containsExactly("19.00", "7.00", "0.00");
        assertThat(invoice.getList("taxes.category")).containsExactly("STANDARD", "REDUCED", "ZERO");
        assertThat(invoice.getList("taxes.tax.amount")).containsExactly("18.96", "0.70", "0.00");
        assertThat(invoice.getMap("buyer"))
                .containsEntry("customerNumber", "c-1001")
                .containsEntry("country", "AT");
        assertThat(invoice.getInt("version")).isEqualTo(2);
    }

    @Test
    void tellsOfTheInvoiceAsAPartOfTheOrdersStory() {
        var confirmation = confirmed(order);
        shop.tell(created(order, TWO_CHAIRS), confirmation);

        var invoice = awaitInvoice(order, "ISSUED");
        await().untilAsserted(() -> assertThat(shop.told(order)).hasSize(1));
        var event = shop.told(order).get(0);
        assertThat(TestTopics.header(event, "ce_type")).contains("duplex.InvoiceIssued.v1");
        assertThat(TestTopics.header(event, "ce_subject")).contains(invoice.getString("id"));
        assertThat(TestTopics.header(event, "ce_correlationid")).contains(order.toString());
        assertThat(TestTopics.header(event, "ce_causationid"))
                .contains(confirmation.id().toString());
        assertThat(new JsonPath(event.value()).getMap(""))
                .containsEntry("number", invoice.getString("number"))
                .containsEntry("dueDate", invoice.getString("dueDate"))
                .containsEntry("gross", invoice.getMap("gross"));
    }

    @Test
    void discardsTheDraftOfARejectedOrder() {
        shop.tell(created(order, TWO_CHAIRS), rejected(order));

        assertThat(awaitInvoice(order, "DISCARDED").getString("number")).isNull();
    }

    @Test
    void discardsTheDraftOfAnOrderCancelledInTime() {
        shop.tell(created(order, TWO_CHAIRS), cancelled(order, "changed my mind"));

        assertThat(awaitInvoice(order, "DISCARDED").getList("creditNotes")).isEmpty();
    }

    @Test
    void creditsTheInvoiceOfAnOrderCancelledLater() {
        var cancellation = cancelled(order, "changed my mind");
        shop.tell(created(order, TWO_CHAIRS), confirmed(order), cancellation);

        var invoice = awaitInvoice(order, "CREDITED");
        assertThat(invoice.getString("open.amount")).isEqualTo("0.00");
        await().untilAsserted(() -> assertThat(shop.told(order)).hasSize(2));
        var event = shop.told(order).get(1);
        assertThat(TestTopics.header(event, "ce_type")).contains("duplex.CreditNoteIssued.v1");
        assertThat(TestTopics.header(event, "ce_causationid"))
                .contains(cancellation.id().toString());
        var note = Shop.staff()
                .get("/v1/credit-notes/"
                        + TestTopics.header(event, "ce_subject").orElseThrow())
                .jsonPath();
        assertThat(invoice.getList("creditNotes")).containsExactly(note.getString("number"));
        assertThat(note.getString("number")).matches("CN-\\d{4}-\\d{6}");
        assertThat(note.getString("invoiceNumber")).isEqualTo(invoice.getString("number"));
        assertThat(note.getString("reason")).isEqualTo("changed my mind");
        assertThat(note.getList("lines")).isEqualTo(invoice.getList("lines"));
        assertThat(note.getList("taxes")).isEqualTo(invoice.getList("taxes"));
        assertThat(note.getMap("gross")).isEqualTo(invoice.getMap("gross"));
    }

    @Test
    void creditsTheInvoiceOfAnOrderThatExpired() {
        var expiry = expired(order);
        shop.tell(created(order, TWO_CHAIRS), confirmed(order), expiry);

        assertThat(awaitInvoice(order, "CREDITED").getList("creditNotes")).hasSize(1);
        await().untilAsserted(() -> assertThat(shop.told(order)).hasSize(2));
        var event = shop.told(order).get(1);
        assertThat(TestTopics.header(event, "ce_causationid"))
                .contains(expiry.id().toString());
        var note = Shop.staff()
                .get("/v1/credit-notes/"
                        + TestTopics.header(event, "ce_subject").orElseThrow())
                .jsonPath();
        assertThat(note.getString("reason")).isEqualTo("The reservation has expired.");
    }

    @Test
    void taxesByTheRateOfTheIssueDate() {
        shop.tell(created(order, Shop.CUSTOMER, "EUR", "2020-12-31T22:59:59Z", TWO_CHAIRS));
        assertThat(awaitInvoice(order, "DRAFT").getList("taxes.rate")).containsExactly("16.00");

        shop.tell(confirmed(order));

        var invoice = awaitInvoice(order, "ISSUED");
        assertThat(invoice.getList("taxes.rate")).containsExactly("19.00");
        assertThat(invoice.getList("taxes.tax.amount")).containsExactly("18.96");
        assertThat(invoice.getString("gross.amount")).isEqualTo("118.76");
    }

    @Test
    void keepsTheMinorDigitsOfTheCurrency() {
        var yen = line("TEA", 3, "333", "JPY", "STANDARD");
        shop.tell(created(order, Shop.CUSTOMER, "JPY", "2026-11-21T10:00:00Z", yen), confirmed(order));

        var invoice = awaitInvoice(order, "ISSUED");
        assertThat(invoice.getString("net.amount")).isEqualTo("999");
        assertThat(invoice.getString("tax.amount")).isEqualTo("190");
        assertThat(invoice.getString("gross.amount")).isEqualTo("1189");
    }
}
