package io.duplex.order;

import static io.duplex.order.Shop.customer;
import static io.duplex.order.Shop.order;
import static io.duplex.order.Shop.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.contracts.events.PublishedEvents;
import io.duplex.embedded.TestTopics.Sent;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is really published, against the promised schemas, headers and topics. */
@QuarkusTest
@RunningOrderService
class EventContractTest {
    private final PublishedEvents published = PublishedEvents.of(Path.of("."));
    private final Shop shop = new Shop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void everyEventIsPublishedAsPromised() {
        var order = order(shop.sells("49.90", 100), 2);
        var confirmed = place(order).<String>path("id");
        var rejected = place(order).<String>path("id");
        var cancelled = place(order).<String>path("id");
        var shipped = shop.ships(place(order).path("id"));
        var expired = place(order).<String>path("id");
        decided("StockReserved", confirmed, "\"lines\":[]");
        decided("StockReserved", expired, "\"lines\":[]");
        decided("ReservationExpired", expired, "\"lines\":[]");
        decided("StockRejected", rejected, "\"shortages\":[{\"sku\":\"CHAIR-OAK\",\"requested\":2,\"available\":1}]");
        shop.delivers(shipped);
        customer().post("/v1/orders/" + cancelled + "/cancel").then().statusCode(200);

        await().untilAsserted(() -> {
            published.requirePromised(
                    shop.topics.read("orders", fact -> Set.of(confirmed, rejected, cancelled, shipped, expired)
                            .contains(fact.key())));
            assertThat(published.missing()).isEmpty();
        });
    }

    private void decided(String fact, String id, String more) {
        shop.topics.send(
                "reservations", Sent.of("duplex." + fact + ".v1", id, "{\"orderId\":\"%s\",%s}".formatted(id, more)));
    }
}
