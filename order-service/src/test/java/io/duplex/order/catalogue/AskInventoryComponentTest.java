package io.duplex.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.duplex.order.RunningOrderService;
import io.duplex.order.Shop;
import io.duplex.order.catalogue.FakeInventory.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RunningOrderService
@QuarkusTestResource(value = FakeInventory.Place.class, restrictToAnnotatedClass = true)
class AskInventoryComponentTest {
    private static final String GOOD =
            """
            {"sufficient":true,"lines":[{"sku":"%s","name":"Oak chair","requested":2,"available":5,"sufficient":true,
             "active":true,"unitPrice":{"amount":"49.90","currency":"EUR"},"taxCategory":"STANDARD","colour":"unknown"}]}""";

    private final Shop shop = new Shop();
    private FakeInventory inventory;
    private String scarce;

    @BeforeEach
    void sellWhatTheViewCannotDecideAbout() throws IOException {
        inventory = FakeInventory.open();
        scarce = "SKU-" + UUID.randomUUID();
        shop.tell(scarce, "49.90", 5, 1);
        await().until(this::isInTheView);
        // Also waits for a circuit that an earlier test, or this question, has opened.
        await().until(() -> "CONFIRMED".equals(order(scarce).path("availability")));
    }

    @AfterEach
    void close() {
        inventory.close();
        shop.close();
    }

    @Test
    void isAskedAboutWhatIsScarceAndBelieved() {
        var before = asked("margin");
        says(200, GOOD.formatted(scarce).replace("49.90", "51.00"));

        order(scarce)
                .then()
                .statusCode(201)
                .body("availability", equalTo("CONFIRMED"))
                .body("total.amount", equalTo("102.00"));
        assertThat(asked("margin")).isEqualTo(before + 1);
    }

    @Test
    void saysWhatIsShort() {
        says(200, GOOD.formatted(scarce).replace("\"available\":5", "\"available\":1"));

        order(scarce)
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient-stock"))
                .body("shortages[0].requested", equalTo(2))
                .body("shortages[0].available", equalTo(1));
    }

    @Test
    void saysWhatIsNotSoldAnyMoreWhateverIsInStock() {
        says(200, GOOD.formatted(scarce).replace("\"active\":true", "\"active\":false"));

        order(scarce)
                .then()
                .statusCode(409)
                .body("code", equalTo("product-inactive"))
                .body("errors[0].pointer", equalTo("#/lines/0/sku"));
    }

    @Test
    void knowsItselfWhatIsNotSoldAnyMoreWhenInventoryIsAway() {
        shop.withdraw(scarce, 2);
        inventory.close();

        await().untilAsserted(() -> order(scarce).then().statusCode(409).body("code", equalTo("product-inactive")));
        assertThat(asked("inactive")).isPositive();
    }

    @Test
    void pointsAtUnknownSkus() {
        says(422, "{\"errors\":[{\"pointer\":\"#/lines/0/sku\",\"code\":\"unknown-sku\"}]}");
        var before = asked("unknown-sku");

        order("NEVER-HEARD-OF")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-sku"))
                .body("errors[0].pointer", equalTo("#/lines/0/sku"));
        assertThat(asked("unknown-sku")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"lines\":",
                "{\"lines\":null}",
                "{\"lines\":[null]}",
                "{\"lines\":[]}",
                "<html>Oh no</html>"
            })
    void isAsGoodAsAwayWhenItsAnswerIsNone(String nonsense) {
        says(200, nonsense);

        assumed();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "another SKU          | \"sku\":\"SKU-       | \"sku\":\"OTHER-",
                "less than nothing    | \"available\":5      | \"available\":-5",
                "no stock             | \"available\":5,     | ''",
                "half a piece         | \"available\":5      | \"available\":\"some\"",
                "not whether it sells | \"active\":true,     | ''",
                "no name              | \"name\":\"Oak chair\", | ''",
                "no price             | \"49.90\"            | \"0.00\"",
                "a negative price     | \"49.90\"            | \"-49.90\"",
                "no currency          | \"EUR\"              | \"???\"",
                "an unknown tax       | \"STANDARD\"         | \"NONE\""
            })
    void isAsGoodAsAwayWhenItsAnswerMakesNoSense(String what, String right, String wrong) {
        says(200, GOOD.formatted(scarce).replace(right, wrong));

        assumed();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 400, 401, 404, 429, 500, 503})
    void isAsGoodAsAwayWhenItsStatusIsWrong(int status) {
        says(status, "{}");

        assumed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"errors\":null}", "{\"errors\":[{\"pointer\":\"#/lines/7/sku\"}]}", "nonsense"})
    void isAsGoodAsAwayWhenItRefusesWhatWasNotAsked(String refusal) {
        says(422, refusal);

        assumed();
    }

    @Test
    void isNotWaitedForWhenItIsSlow() {
        var never = new CountDownLatch(1);
        inventory.answers(request -> {
            try {
                never.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            return Answer.ok(GOOD.formatted(scarce));
        });
        var before = Instant.now();

        assumed();

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
        never.countDown();
    }

    @Test
    void isAskedTwiceAtMost() {
        says(500, "{}");
        inventory.asked.clear();

        order(scarce).then().statusCode(201).body("availability", equalTo("ASSUMED"));

        assertThat(inventory.asked).hasSizeBetween(1, 2);
    }

    /** Ten tries, half of them failures, open the circuit for two seconds; then one is let through, and may close it. */
    @Test
    void isLeftAloneForAWhileWhenItHasFailedTooOften() {
        says(500, "{}");
        inventory.asked.clear();
        await().until(() -> outcome().equals("ASSUMED, asked 0 times"));
        assertThat(inventory.asked.size()).as("tries until then").isLessThanOrEqualTo(10);

        says(200, GOOD.formatted(scarce));
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofMillis(1_500)).until(() -> outcome()
                .equals("ASSUMED, asked 0 times"));

        await().until(() -> outcome().equals("CONFIRMED, asked 1 times"));
    }

    private String outcome() {
        var before = inventory.asked.size();
        var availability = order(scarce).<String>path("availability");
        return availability + ", asked " + (inventory.asked.size() - before) + " times";
    }

    private void assumed() {
        order(scarce)
                .then()
                .statusCode(201)
                .body("availability", equalTo("ASSUMED"))
                .body("total.amount", equalTo("99.80"));
        var unknown = order("NEVER-HEARD-OF");
        assertThat(unknown.statusCode()).as(unknown.asString()).isEqualTo(503);
    }

    private boolean isInTheView() {
        says(500, "{}");
        var known = "ASSUMED".equals(order(scarce).path("availability"));
        says(200, GOOD.formatted(scarce));
        return known;
    }

    private void says(int status, String body) {
        inventory.answers(request -> new Answer(status, body));
    }

    private static Response order(String sku) {
        return Shop.place(Shop.order(sku, 2));
    }

    private static double asked(String reason) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("duplex_availability_asked_total{")
                        && line.contains("reason=\"" + reason + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
