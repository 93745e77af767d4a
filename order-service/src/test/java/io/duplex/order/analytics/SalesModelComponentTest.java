package io.duplex.order.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.TestTopics;
import io.duplex.order.RunningOrderService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The read model as events keep it, against what follows from the orders themselves. */
@QuarkusTest
@RunningOrderService
class SalesModelComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ORDERS = 60;

    private final TestTopics topics = new TestTopics(DuplexTestResource.kafka().bootstrapServers());

    @AfterEach
    void closeTopics() {
        topics.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isRightHoweverEventsCome(long seed) throws SQLException, IOException {
        var orders = new ChanceOrders(seed, ORDERS);

        orders.toldByChance().forEach(fact -> topics.send("orders", fact));

        var expected = Figures.ofStored(orders.from(), orders.to());
        assertThat(expected).as("figures of seed %d", seed).hasSizeGreaterThan(ORDERS);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Figures.kept(orders.from(), orders.to()))
                .as("seed %d", seed)
                .isEqualTo(expected));
    }

    @Test
    void countsNothingTwiceWhenAllIsToldAgain() throws SQLException, IOException {
        var orders = new ChanceOrders(6, ORDERS);
        var told = orders.toldByChance();
        var before = duplicates();

        told.forEach(fact -> topics.send("orders", fact));
        told.forEach(fact -> topics.send("orders", fact));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(duplicates() - before).isGreaterThanOrEqualTo(told.size()));
        assertThat(Figures.kept(orders.from(), orders.to())).isEqualTo(Figures.ofStored(orders.from(), orders.to()));
    }

    private static double duplicates() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("duplex_inbox_duplicates_total{consumer=\"order.analytics\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
