package io.duplex.order.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import io.duplex.embedded.DuplexTestResource;
import io.duplex.order.RunningOrderService;
import io.duplex.order.Shop;
import io.duplex.order.catalogue.FakeInventory.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RunningOrderService
@QuarkusTestResource(value = FakeInventory.Place.class, restrictToAnnotatedClass = true)
class SyncCatalogueComponentTest {
    private static final String NO_MORE = "\"page\":{\"limit\":200,\"next\":null}";

    private final Shop shop = new Shop();
    private final String mark = UUID.randomUUID().toString();
    private final String first = "A-" + mark;
    private final String second = "B-" + mark;
    private FakeInventory inventory;

    @BeforeEach
    void open() throws IOException {
        inventory = FakeInventory.open();
    }

    @AfterEach
    void close() {
        inventory.close();
        shop.close();
    }

    @Test
    void takesOverAllPagesAndSaysWhatHasChanged() {
        has(product(first, "10.00", 1), product(second, "20.00", 1), stock(first, 100, 1), stock(second, 100, 1));
        sync().then()
                .statusCode(200)
                .body("added", equalTo(2))
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(0))
                .body("tookMs", greaterThanOrEqualTo(0));
        total(first, "20.00");
        total(second, "40.00");

        has(product(first, "11.00", 2), product(second, "20.00", 1), stock(first, 100, 1), stock(second, 100, 1));
        sync().then().body("added", equalTo(0)).body("changed", equalTo(1)).body("unchanged", equalTo(1));
        total(first, "22.00");
        sync().then().body("changed", equalTo(0)).body("unchanged", equalTo(2));
        assertThat(inventory.asked).contains("GET /v1/products?limit=200", "GET /v1/products?limit=200&after=p2");
    }

    @Test
    void takesNothingBackThatAnEventHasToldSince() {
        shop.tell(first, "15.00", 100, 7);
        await().untilAsserted(() -> total(first, "30.00"));
        has(product(first, "10.00", 6), product(second, "20.00", 1), stock(first, 0, 6), stock(second, 100, 1));

        sync().then().statusCode(200).body("added", equalTo(1)).body("unchanged", equalTo(1));

        total(first, "30.00");
        shop.tell(second, "25.00", 100, 2);
        await().untilAsserted(() -> total(second, "50.00"));
    }

    @Test
    void repairsWhatIsWrongInTheVersionThatItIs() throws Exception {
        has(product(first, "10.00", 3), product(second, "20.00", 1), stock(first, 100, 3), stock(second, 100, 1));
        sync().then().statusCode(200);
        try (var connection = DuplexTestResource.postgres().connect("orders")) {
            connection
                    .createStatement()
                    .execute("UPDATE catalogue_item SET unit_price = 1 WHERE sku = '" + first + "'");
        }

        sync().then().body("changed", equalTo(1)).body("unchanged", equalTo(1));

        total(first, "20.00");
    }

    @ParameterizedTest
    @CsvSource({
        "500, 502, inventory-failed, answers 500",
        "403, 502, inventory-failed, answers 403",
        "404, 502, inventory-failed, answers 404",
        "503, 503, service-unavailable, answers 503",
        "429, 503, service-unavailable, answers 429"
    })
    void saysThatInventoryFails(int status, int answer, String code, String why) {
        inventory.answers(request -> new Answer(status, "{}"));

        sync().then().statusCode(answer).body("code", equalTo(code)).body("detail", containsString(why));
    }

    @Test
    void saysThatInventoryIsAway() {
        inventory.close();

        sync().then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("detail", containsString("cannot be reached"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"items\":[]}",
                "{\"items\":[",
                "{\"items\":[null],\"page\":{}}",
                "{\"items\":[{}],\"page\":{}}",
                "{\"items\":[],\"page\":{\"next\":\"for-ever\"}}"
            })
    void saysThatWhatInventoryAnswersIsWrong(String nonsense) {
        inventory.answers(request -> Answer.ok(nonsense));

        sync().then().statusCode(502).body("code", equalTo("inventory-failed"));
    }

    @Test
    void doesNotTurnInCirclesWithAListThatDoesNotEnd() {
        inventory.answers(request -> Answer.ok(
                "{\"items\":[" + product(first, "10.00", 1) + "],\"page\":{\"limit\":200,\"next\":\"again\"}}"));

        sync().then().statusCode(502).body("detail", containsString("makes no sense"));
    }

    @Test
    void isForStaffAlone() {
        Shop.customer().post("/v1/catalogue/sync").then().statusCode(403);
    }

    /** One product to a page, one page of stock. */
    private void has(String one, String other, String ofOne, String ofOther) {
        inventory.answers(request -> {
            if (request.startsWith("GET /v1/stock")) {
                return Answer.ok("{\"items\":[" + ofOne + "," + ofOther + "]," + NO_MORE + "}");
            }
            return Answer.ok(
                    request.contains("after=p2")
                            ? "{\"items\":[" + other + "]," + NO_MORE + "}"
                            : "{\"items\":[" + one + "],\"page\":{\"limit\":200,\"next\":\"p2\"}}");
        });
    }

    private static String product(String sku, String price, long version) {
        return """
                {"sku":"%s","name":"Thing","unitPrice":{"amount":"%s","currency":"EUR"},"taxCategory":"STANDARD",
                 "active":true,"lowThreshold":1,"version":%d,"colour":"unknown"}"""
                .formatted(sku, price, version);
    }

    private static String stock(String sku, long available, long version) {
        return "{\"sku\":\"%s\",\"available\":%d,\"version\":%d}".formatted(sku, available, version);
    }

    private static Response sync() {
        return Shop.as("clerk-7", "staff").post("/v1/catalogue/sync");
    }

    private static void total(String sku, String expected) {
        Shop.place(Shop.order(sku, 2))
                .then()
                .statusCode(201)
                .body("availability", equalTo("CONFIRMED"))
                .body("total.amount", equalTo(expected));
    }
}
