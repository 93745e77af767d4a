package io.duplex.order.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.embedded.TestTopics;
import io.duplex.embedded.TestTopics.Sent;
import io.duplex.order.RunningOrderService;
import io.duplex.stubs.StubsTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures as a clerk reads them, of a day of the future in which nothing else happens. */
@QuarkusTest
@RunningOrderService
class SalesComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DAY = "?from=2041-05-01T00:00:00Z&to=2041-05-02T00:00:00Z";
    private static boolean told;

    private final TestTopics topics = new TestTopics(DuplexTestResource.kafka().bootstrapServers());

    @BeforeEach
    void tellOnce() {
        if (!told) {
            told = true;
            created("2041-05-01T10:59:59.999Z", "49.90", "EUR", "TABLE", 2, "Confirmed");
            created("2041-05-01T10:00:00Z", "10.10", "EUR", "CHAIR", 3, "Confirmed");
            created("2041-05-01T10:30:00Z", "500", "JPY", "CHAIR", 4, "Confirmed");
            created("2041-05-01T10:30:00Z", "70.00", "EUR", "LAMP", 9, "Cancelled");
            created("2041-05-01T11:00:00+00:00", "5.00", "EUR", "TABLE", 1, "Confirmed");
            created("2041-05-01T11:00:01Z", "6.00", "EUR", "LAMP", 1, "Rejected");
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(staff().get("/v1/analytics/sales" + DAY + "&bucket=day")
                        .<Integer>path("items[0].byStatus.CONFIRMED"))
                .isEqualTo(4));
    }

    @AfterEach
    void closeTopics() {
        topics.close();
    }

    @Test
    void areSummedUpByTheHour() {
        staff().get("/v1/analytics/sales" + DAY)
                .then()
                .statusCode(200)
                .body("bucket", equalTo("hour"))
                .body("items", hasSize(24))
                .body("items[9].start", equalTo("2041-05-01T09:00:00Z"))
                .body("items[9].orders", equalTo(0))
                .body("items[9].revenue", hasSize(0))
                .body("items[10].orders", equalTo(4))
                .body("items[10].byStatus.CONFIRMED", equalTo(3))
                .body("items[10].byStatus.CANCELLED", equalTo(1))
                .body("items[10].byStatus.PENDING", equalTo(null))
                .body("items[10].revenue.amount", equalTo(List.of("60.00", "500")))
                .body("items[10].revenue.currency", equalTo(List.of("EUR", "JPY")))
                .body("items[11].orders", equalTo(2))
                .body("items[11].revenue[0].amount", equalTo("5.00"))
                .body("topSkus.sku", equalTo(List.of("CHAIR", "TABLE")))
                .body("topSkus.quantity", equalTo(List.of(7, 3)));
    }

    @Test
    void areSummedUpByTheDay() {
        staff().get("/v1/analytics/sales" + DAY + "&bucket=day&top=1")
                .then()
                .statusCode(200)
                .body("bucket", equalTo("day"))
                .body("items", hasSize(1))
                .body("items[0].start", equalTo("2041-05-01T00:00:00Z"))
                .body("items[0].orders", equalTo(6))
                .body("items[0].revenue[0].amount", equalTo("65.00"))
                .body("topSkus.sku", equalTo(List.of("CHAIR")));
    }

    @Test
    void areThoseOfEachBucketThatTheRangeTouches() {
        staff().urlEncodingEnabled(false)
                .get("/v1/analytics/sales?from=2041-05-01T12:59:59%2B02:00&to=2041-05-01T11:00:00.001Z")
                .then()
                .statusCode(200)
                .body("items.start", equalTo(List.of("2041-05-01T10:00:00Z", "2041-05-01T11:00:00Z")));
        staff().get("/v1/analytics/sales?from=2041-05-01T10:00:00Z&to=2041-05-01T11:00:00Z")
                .then()
                .body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({"hour,25", "day,31"})
    void areOfTheLatestBucketsUnlessSomebodySaysOtherwise(String bucket, int most) {
        var starts = staff().get("/v1/analytics/sales?bucket=" + bucket).<List<String>>path("items.start");

        assertThat(starts).isSorted().hasSizeBetween(most - 1, most);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "from=2041-05-01",
                "from=2041-05-02T00:00:00Z&to=2041-05-01T00:00:00Z",
                "from=2041-05-01T00:00:00Z&to=2041-05-01T00:00:00Z",
                "from=2041-05-01T00:00:00Z&to=2041-06-01T00:00:01Z",
                "bucket=day&from=2041-05-01T00:00:00Z&to=2042-05-02T00:00:01Z",
                "from=%2B999999999-01-01T00:00:00Z",
                "to=-999999999-01-01T00:00:00Z",
                "bucket=week",
                "bucket=HOUR",
                "top=0",
                "top=101",
                "top=few"
            })
    void areNotGuessedAt(String query) {
        staff().urlEncodingEnabled(false)
                .get("/v1/analytics/sales?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/analytics/sales", "/v1/analytics/stream"})
    void areNotForCustomers(String path) {
        as("c-1001", "customer").get(path).then().statusCode(403);
        RestAssured.get(path).then().statusCode(401);
    }

    @Test
    void areRebuiltByAdminsAlone() {
        staff().post("/v1/analytics/rebuild").then().statusCode(403);
    }

    private void created(String at, String total, String currency, String sku, int quantity, String then) {
        var order = UUID.randomUUID().toString();
        var money = "\"orderId\":\"%s\",\"total\":{\"amount\":\"%s\",\"currency\":\"%s\"}"
                .formatted(order, total, currency);
        var lines = ",\"createdAt\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]".formatted(at, sku, quantity);
        topics.send("orders", Sent.of("duplex.OrderCreated.v1", order, "{" + money + lines + "}"));
        topics.send("orders", new Sent(UUID.randomUUID(), "duplex.Order" + then + ".v1", order, 2, "{" + money + "}"));
    }

    private static RequestSpecification staff() {
        return as("clerk", "staff");
    }

    private static RequestSpecification as(String subject, String role) {
        return RestAssured.given().auth().oauth2(StubsTestResource.token(subject, role));
    }
}
