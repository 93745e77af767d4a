package io.duplex.order.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.TestTopics;
import io.duplex.embedded.TestTopics.Sent;
import io.duplex.order.RunningOrderService;
import io.duplex.stubs.StubsTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The read model rebuilt from the orders, against the one that events have kept. */
@QuarkusTest
@RunningOrderService
class RebuildSalesComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ORDERS = 60;

    @Inject
    RebuildSales rebuilding;

    private final TestTopics topics = new TestTopics(DuplexTestResource.kafka().bootstrapServers());

    @AfterEach
    void closeTopics() {
        topics.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void makesWhatEventsHaveMade(long seed) throws Exception {
        var orders = new ChanceOrders(seed, ORDERS);
        tell(orders.toldByChance());
        await().atMost(PATIENCE).untilAsserted(() -> isRight(orders));
        var kept = Figures.kept(orders.from(), orders.to());

        rebuild().body("orders", greaterThanOrEqualTo(ORDERS));

        assertThat(Figures.kept(orders.from(), orders.to())).as("seed %d", seed).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void losesAndDoublesNothingThatComesMeanwhile(long seed) throws Exception {
        var orders = new ChanceOrders(seed, ORDERS);
        var told = orders.toldByChance();
        var half = told.size() / 2;
        tell(told.subList(0, half));

        var telling = CompletableFuture.runAsync(() -> tell(told.subList(half, told.size())));
        do {
            rebuild();
        } while (!telling.isDone());

        telling.join();
        await().atMost(PATIENCE).untilAsserted(() -> isRight(orders));
        isTheOnlyGeneration();
    }

    @Test
    void mendsWhatIsWrong() throws Exception {
        var orders = new ChanceOrders(31, ORDERS);
        tell(orders.toldByChance());
        await().atMost(PATIENCE).untilAsserted(() -> isRight(orders));
        Figures.execute("UPDATE sales_figure SET amount = amount + 7 WHERE start >= '%s' AND start < '%s'"
                .formatted(orders.from(), orders.to()));
        Figures.execute("DELETE FROM sales_order WHERE version = 2");

        rebuild();

        isRight(orders);
    }

    @Test
    void goesOnWhereItWasInterrupted() throws Exception {
        var before = new ChanceOrders(41, ORDERS);
        rebuilding.begin().await().atMost(PATIENCE);
        rebuilding.buildPart().await().atMost(PATIENCE);
        var meanwhile = new ChanceOrders(42, ORDERS);
        tell(before.toldByChance());
        tell(meanwhile.toldByChance());

        rebuild();

        await().atMost(PATIENCE).untilAsserted(() -> isRight(before));
        await().atMost(PATIENCE).untilAsserted(() -> isRight(meanwhile));
        isTheOnlyGeneration();
    }

    private void tell(List<Sent> facts) {
        facts.forEach(fact -> topics.send("orders", fact));
    }

    private static ValidatableResponse rebuild() {
        return RestAssured.given()
                .auth()
                .oauth2(StubsTestResource.token("op-1", "admin"))
                .post("/v1/analytics/rebuild")
                .then()
                .statusCode(200);
    }

    private static void isRight(ChanceOrders orders) {
        assertThat(Figures.kept(orders.from(), orders.to())).isEqualTo(Figures.ofStored(orders.from(), orders.to()));
    }

    private static void isTheOnlyGeneration() {
        assertThat(Figures.generations()).hasSize(1);
    }
}
