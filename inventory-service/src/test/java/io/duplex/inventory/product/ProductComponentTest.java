package io.duplex.inventory.product;

import static io.duplex.inventory.Warehouse.as;
import static io.duplex.inventory.Warehouse.createProduct;
import static io.duplex.inventory.Warehouse.staff;
import static io.duplex.inventory.Warehouse.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.duplex.embedded.TestTopics;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@RunningInventoryService
class ProductComponentTest {
    private final Warehouse warehouse = new Warehouse();
    private final String sku = "SKU-" + UUID.randomUUID();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void createsAProductWithItsStockAndTellsOfBoth() {
        var answer = createProduct(product());

        answer.then()
                .statusCode(201)
                .header("Location", "/v1/products/" + sku)
                .header("ETag", "\"1\"")
                .body("unitPrice.amount", equalTo("49.90"))
                .body("active", equalTo(true))
                .body("clearThreshold", equalTo(12));
        assertThat(read().asString()).isEqualTo(answer.asString());
        assertThat(stock(sku).getLong("available")).isEqualTo(7);
        assertThat(stock(sku).getString("lowState")).isEqualTo("OK");
        var product = warehouse.awaitFacts("stock", "ProductChanged", sku, 1).get(0);
        assertThat(JsonPath.from(product.value()).getString("unitPrice.amount")).isEqualTo("49.90");
        assertThat(TestTopics.header(product, "ce_source")).contains("/duplex/inventory-service");
        var levels = warehouse.awaitFacts("stock", "StockLevelChanged", sku, 2);
        assertThat(JsonPath.from(levels.get(0).value()).getLong("available")).isZero();
        assertThat(JsonPath.from(levels.get(1).value()).getLong("available")).isEqualTo(7);
        assertThat(warehouse.facts("stock", "InventoryLow", sku)).isEmpty();
    }

    @Test
    void refusesATakenSku() {
        createProduct(product());

        createProduct(product()).then().statusCode(409).body("code", equalTo("sku-exists"));
    }

    @Test
    void createsOncePerIdempotencyKey() {
        var key = UUID.randomUUID();
        var first = staff().header("Idempotency-Key", key).body(product()).post("/v1/products");
        var second = staff().header("Idempotency-Key", key).body(product()).post("/v1/products");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        staff().body(product()).post("/v1/products").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"name\":\"Oak chair\"', '\"name\":\" \"', '#/name'",
        "'\"name\":\"Oak chair\"', '\"name\":\"a\\u0000b\"', '#/name'",
        "'49.90', '0.00', '#/unitPrice'",
        "'49.90', '-1.00', '#/unitPrice'",
        "'49.90', '1000000000.00', '#/unitPrice'",
        "'\"lowThreshold\":10', '\"lowThreshold\":10,\"clearThreshold\":10', '#/clearThreshold'",
        "'\"lowThreshold\":10', '\"lowThreshold\":-1', '#/lowThreshold'",
        "'\"initialStock\":7', '\"initialStock\":-1', '#/initialStock'",
        "'\"sku\":\"SKU', '\"sku\":\"-SKU', '#/sku'",
    })
    void pointsAtTheBrokenRule(String valid, String broken, String pointer) {
        createProduct(product().replace(valid, broken))
                .then()
                .statusCode(422)
                .body("code", equalTo("validation-failed"))
                .body("errors.pointer", equalTo(List.of(pointer)));
    }

    @ParameterizedTest
    @CsvSource({
        "'49.90', '49.901', '#/unitPrice'",
        "'EUR', 'XYZ', '#/unitPrice'",
        "'STANDARD', 'LUXURY', '#/taxCategory'",
        "'\"initialStock\":7', '\"initialStock\":99999999999', '#/initialStock'",
    })
    void pointsAtWhatItCannotRead(String valid, String broken, String pointer) {
        createProduct(product().replace(valid, broken))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-type"))
                .body("errors[0].pointer", startsWith(pointer));
    }

    @Test
    void changesAProductThatWasSeen() {
        createProduct(product());

        change("\"1\"", "59.90")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("unitPrice.amount", equalTo("59.90"))
                .body("active", equalTo(false))
                .body("lowThreshold", equalTo(3))
                .body("clearThreshold", equalTo(4));
        assertThat(read().path("unitPrice.amount").toString()).isEqualTo("59.90");
        var told = warehouse.awaitFacts("stock", "ProductChanged", sku, 2).get(1);
        assertThat(JsonPath.from(told.value()).getBoolean("active")).isFalse();
        assertThat(TestTopics.header(told, "ce_sequence")).contains("00000000000000000002");
    }

    @Test
    void changesNothingThatWasNotSeen() {
        createProduct(product());

        change("\"1\"", "59.90").then().statusCode(200);
        change("\"1\"", "69.90").then().statusCode(412).body("code", equalTo("precondition-failed"));
        change(null, "69.90").then().statusCode(428).body("code", equalTo("precondition-required"));
        assertThat(read().path("unitPrice.amount").toString()).isEqualTo("59.90");
    }

    @Test
    void knowsNoOtherSkus() {
        for (var unknown : new String[] {sku, "no%20spaces", "%00"}) {
            staff().urlEncodingEnabled(false)
                    .get("/v1/products/" + unknown)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("product-not-found"));
        }
        change("\"1\"", "1.00").then().statusCode(404).body("code", equalTo("product-not-found"));
    }

    @Test
    void sparesTheCallerWhatItHas() {
        createProduct(product());

        staff().header("If-None-Match", "\"1\"")
                .get("/v1/products/" + sku)
                .then()
                .statusCode(304);
    }

    @Test
    void listsAllProductsPageByPage() {
        var prefix = "P" + UUID.randomUUID().toString().substring(0, 8);
        for (var n : new String[] {"a", "B", "c_", "cx", "d"}) {
            createProduct(product().replace(sku, prefix + n).replace("Oak", "Oak%Pine"));
        }

        var found = new ArrayList<String>();
        var next = "/v1/products?limit=2&q=" + prefix.toLowerCase(Locale.ROOT);
        while (next != null) {
            var page = as("c-1", "customer").urlEncodingEnabled(false).get(next);
            found.addAll(page.<List<String>>path("items.sku"));
            var link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(found).containsExactly(prefix + "B", prefix + "a", prefix + "c_", prefix + "cx", prefix + "d");
        list(prefix + "C_").then().body("items.sku", equalTo(List.of(prefix + "c_")));
        list("k%p").then().body("items.sku", hasItem(prefix + "a"));
        list("o%p").then().body("items", hasSize(0)).body("page.next", nullValue());
    }

    @Test
    void listsWhatCanBeOrdered() {
        createProduct(product());
        change("\"1\"", "1.00");
        createProduct(product().replace(sku, sku + "-2"));

        list(sku).then().body("items.sku", containsInAnyOrder(sku, sku + "-2"));
        staff().get("/v1/products?active=true&q=" + sku).then().body("items.sku", containsInAnyOrder(sku + "-2"));
        staff().get("/v1/products?active=false&q=" + sku).then().body("items.sku", containsInAnyOrder(sku));
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=201", "after=%%%", "after=IQ", "active=maybe", "q=%00"})
    void refusesParametersThatItCannotUse(String query) {
        staff().urlEncodingEnabled(false)
                .get("/v1/products?" + query.replace("%%%", "%25%25"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
    }

    @Test
    void letsOnlyStaffChangeTheRange() {
        as("c-1", "customer")
                .header("Idempotency-Key", "k")
                .body(product())
                .post("/v1/products")
                .then()
                .statusCode(403);
    }

    private String product() {
        return """
                {"sku":"%s","name":"Oak chair","unitPrice":{"amount":"49.90","currency":"EUR"},
                 "taxCategory":"STANDARD","lowThreshold":10,"initialStock":7}"""
                .formatted(sku);
    }

    private Response read() {
        return as("c-1", "customer").get("/v1/products/" + sku);
    }

    private Response list(String text) {
        return staff().queryParam("q", text).get("/v1/products");
    }

    private Response change(@Nullable String seen, String price) {
        var request = staff().body(
                        """
                        {"name":"Oak armchair","unitPrice":{"amount":"%s","currency":"EUR"},"taxCategory":"REDUCED",
                         "active":false,"lowThreshold":3}"""
                                .formatted(price));
        return (seen == null ? request : request.header("If-Match", seen)).put("/v1/products/" + sku);
    }
}
