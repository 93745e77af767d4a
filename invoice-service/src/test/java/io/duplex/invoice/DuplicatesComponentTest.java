package io.duplex.invoice;

import static io.duplex.invoice.Shop.TWO_CHAIRS;
import static io.duplex.invoice.Shop.awaitInvoice;
import static io.duplex.invoice.Shop.cancelled;
import static io.duplex.invoice.Shop.confirmed;
import static io.duplex.invoice.Shop.created;
import static io.duplex.invoice.Shop.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.embedded.TestTopics.Sent;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInvoiceService
class DuplicatesComponentTest {
    private final Shop shop = new Shop();
    private final UUID order = UUID.randomUUID();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aBatchThatComesTwiceHasOneEffect() {
        var batch = new Sent[] {created(order, TWO_CHAIRS), confirmed(order), cancelled(order, "too late")};
        shop.tell(batch);
        var before = awaitInvoice(order, "CREDITED");

        shop.tell(batch);

        assertThat(afterAllWasHeard()).isEqualTo(before.getMap(""));
        assertThat(shop.told(order)).hasSize(2);
    }

    @Test
    void anOrderThatIsToldTwiceHasOneInvoice() {
        shop.tell(created(order, TWO_CHAIRS), confirmed(order));
        var before = awaitInvoice(order, "ISSUED");

        shop.tell(created(order, TWO_CHAIRS), confirmed(order));

        assertThat(afterAllWasHeard()).isEqualTo(before.getMap(""));
        assertThat(shop.told(order)).hasSize(1);
    }

    @Test
    void aCancellationThatIsToldTwiceMakesOneCreditNote() {
        shop.tell(created(order, TWO_CHAIRS), confirmed(order), cancelled(order, "once"), cancelled(order, "twice"));

        var invoice = awaitInvoice(order, "CREDITED");
        assertThat(afterAllWasHeard()).isEqualTo(invoice.getMap(""));
        assertThat(invoice.getList("creditNotes")).hasSize(1);
    }

    @Test
    void whatComesAfterTheEndIsPassedBy() {
        shop.tell(created(order, TWO_CHAIRS), rejected(order));
        awaitInvoice(order, "DISCARDED");

        shop.tell(confirmed(order), cancelled(order, "late"), rejected(order));

        assertThat(afterAllWasHeard()).containsEntry("status", "DISCARDED").containsEntry("version", 2);
        assertThat(shop.told(order)).isEmpty();
    }

    private Map<String, Object> afterAllWasHeard() {
        shop.awaitAllHeard();
        return Shop.invoicesOf(order).getMap("items[0]");
    }
}
