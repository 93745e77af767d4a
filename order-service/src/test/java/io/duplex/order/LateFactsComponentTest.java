package io.duplex.order;

import static io.duplex.order.Shop.as;
import static io.duplex.order.Shop.order;
import static io.duplex.order.Shop.place;
import static io.duplex.order.Shop.read;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.embedded.TestTopics.Sent;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningOrderService
class LateFactsComponentTest {
    private final Shop shop = new Shop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void passesByAndCountsWhatComesTooLate() {
        String id = place(order(shop.sells("49.90", 100), 1)).path("id");
        shop.topics.send("reservations", reserved(id));
        await().untilAsserted(() -> assertThat(read(id).<String>path("status")).isEqualTo("CONFIRMED"));
        var before = passedBy();

        shop.topics.send("reservations", reserved(id));

        await().untilAsserted(() -> assertThat(passedBy()).isEqualTo(before + 1));
        assertThat(read(id).<Integer>path("version")).isEqualTo(2);
    }

    @Test
    void keepsAFactAboutAnOrderThatWasNeverPlacedAsADeadLetter() {
        var id = UUID.randomUUID().toString();

        shop.topics.send("reservations", reserved(id));

        await().untilAsserted(() -> assertThat(as("op-1", "admin")
                        .get("/v1/dead-letters?consumer=order.reservations")
                        .jsonPath()
                        .getList("items.reason"))
                .contains("there is no order " + id));
    }

    private static Sent reserved(String order) {
        return Sent.of("duplex.StockReserved.v1", order, "{\"orderId\":\"%s\",\"lines\":[]}".formatted(order));
    }

    private static double passedBy() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("duplex_inbox_passed_by_total{consumer=\"order.reservations\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
