package io.duplex.invoice;

import static io.duplex.invoice.Shop.TWO_CHAIRS;
import static io.duplex.invoice.Shop.cancelled;
import static io.duplex.invoice.Shop.confirmed;
import static io.duplex.invoice.Shop.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.contracts.events.PublishedEvents;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is really published, against the promised schemas, headers and topics. */
@QuarkusTest
@RunningInvoiceService
class EventContractTest {
    private final PublishedEvents published = PublishedEvents.of(Path.of("."));
    private final Shop shop = new Shop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void everyEventIsPublishedAsPromised() {
        var order = UUID.randomUUID();
        shop.tell(created(order, TWO_CHAIRS), confirmed(order), cancelled(order, "changed my mind"));

        await().untilAsserted(() -> {
            published.requirePromised(shop.told(order));
            assertThat(published.missing()).isEmpty();
        });
    }
}
