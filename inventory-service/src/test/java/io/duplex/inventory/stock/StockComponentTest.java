package io.duplex.inventory.stock;

import static io.duplex.inventory.Warehouse.as;
import static io.duplex.inventory.Warehouse.available;
import static io.duplex.inventory.Warehouse.awaitReservation;
import static io.duplex.inventory.Warehouse.move;
import static io.duplex.inventory.Warehouse.number;
import static io.duplex.inventory.Warehouse.orderCreated;
import static io.duplex.inventory.Warehouse.staff;
import static io.duplex.inventory.Warehouse.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@RunningInventoryService
class StockComponentTest {
    private final Warehouse warehouse = new Warehouse();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIPT, 5, 5, 15",
        "RETURN, 5, 5, 15",
        "ADJUSTMENT, -4, -4, 6",
        "ADJUSTMENT, 4, 4, 14",
        "COUNT, 3, -7, 3"
    })
    void changesWhatIsOnHand(String type, long quantity, int change, int after) {
        var sku = warehouse.product(10);

        move(sku, type, quantity)
                .then()
                .statusCode(201)
                .body("id", notNullValue())
                .body("type", equalTo(type))
                .body("quantity", equalTo(change))
                .body("balanceAfter", equalTo(after))
                .body("reservedAfter", equalTo(0))
                .body("actor", equalTo("clerk-1"));

        assertThat(stock(sku).getLong("onHand")).isEqualTo(after);
        var told = warehouse.awaitFacts("stock", "StockLevelChanged", sku, 3).get(2);
        assertThat(JsonPath.from(told.value()).getLong("available")).isEqualTo(after);
    }

    @Test
    void listsTheLedgerNewestFirst() {
        var sku = warehouse.product(10);
        move(sku, "RECEIPT", 1);
        move(sku, "ADJUSTMENT", -2);

        var first = staff().get("/v1/stock/" + sku + "/movements?limit=2");
        assertThat(first.<List<String>>path("items.type")).containsExactly("ADJUSTMENT", "RECEIPT");
        assertThat(first.<List<Integer>>path("items.balanceAfter")).containsExactly(9, 11);
        var last = staff().get("/v1/stock/" + sku + "/movements?limit=2&after=" + first.path("page.next"));
        assertThat(last.<List<String>>path("items.reason")).containsExactly("initial stock");
        assertThat((String) last.path("page.next")).isNull();
    }

    @Test
    void refusesToPromiseLessThanNothing() {
        var sku = warehouse.product(10);
        var order = UUID.randomUUID();
        warehouse.hears(orderCreated(order, Map.of(sku, 6)));
        awaitReservation(order, "ACTIVE");

        move(sku, "ADJUSTMENT", -5)
                .then()
                .statusCode(409)
                .body("code", equalTo("insufficient-stock"))
                .body("available", equalTo(4));
        move(sku, "COUNT", 5).then().statusCode(409).body("code", equalTo("insufficient-stock"));
        move(sku, "COUNT", 6)
                .then()
                .statusCode(201)
                .body("quantity", equalTo(-4))
                .body("reservedAfter", equalTo(6));
        assertThat(available(sku)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"RECEIPT, 0", "RECEIPT, -1", "RETURN, 0", "ADJUSTMENT, 0", "COUNT, -1", "RECEIPT, 1000000001"})
    void refusesQuantitiesThatMakeNoSense(String type, long quantity) {
        move(warehouse.product(10), type, quantity)
                .then()
                .statusCode(422)
                .body("code", equalTo("validation-failed"))
                .body("errors[0].pointer", equalTo("#/quantity"));
    }

    @Test
    void refusesMovementsThatFollowFromOrders() {
        move(warehouse.product(10), "ALLOCATION", 1)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-type"))
                .body("errors[0].pointer", equalTo("#/type"));
    }

    @Test
    void movesOncePerIdempotencyKey() {
        var sku = warehouse.product(10);
        var request =
                staff().header("Idempotency-Key", UUID.randomUUID()).body("{\"type\":\"RECEIPT\",\"quantity\":5}");

        var first = request.post("/v1/stock/" + sku + "/movements");
        var second = request.post("/v1/stock/" + sku + "/movements");

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(available(sku)).isEqualTo(15);
    }

    @Test
    void triesAgainWithTheSameKeyAfterARefusal() {
        var sku = warehouse.product(10);
        var request =
                staff().header("Idempotency-Key", UUID.randomUUID()).body("{\"type\":\"ADJUSTMENT\",\"quantity\":-12}");

        assertThat(request.post("/v1/stock/" + sku + "/movements").statusCode()).isEqualTo(409);
        move(sku, "RECEIPT", 5);
        assertThat(request.post("/v1/stock/" + sku + "/movements").statusCode()).isEqualTo(201);
        assertThat(available(sku)).isEqualTo(3);
    }

    @Test
    void knowsNoOtherSkus() {
        for (var unknown : new String[] {"NEVER-HEARD-OF", "%00"}) {
            staff().urlEncodingEnabled(false).get("/v1/stock/" + unknown).then().statusCode(404);
            staff().urlEncodingEnabled(false)
                    .get("/v1/stock/" + unknown + "/movements")
                    .then()
                    .statusCode(404);
        }
        for (var type : new String[] {"RECEIPT", "COUNT"}) {
            move("NEVER-HEARD-OF", type, 1).then().statusCode(404).body("code", equalTo("product-not-found"));
        }
    }

    @Test
    void listsTheLevelsThatAreLow() {
        var low = warehouse.product(10, 8, 9);
        var fine = warehouse.product(10, 8, 9);
        move(low, "ADJUSTMENT", -3);

        assertThat(skus("LOW")).contains(low).doesNotContain(fine);
        assertThat(skus("OK")).contains(fine).doesNotContain(low);
        staff().get("/v1/stock?lowState=HIGH").then().statusCode(400).body("code", equalTo("invalid-parameter"));
    }

    @Test
    void showsStockToAllAndListsItToStaff() {
        var sku = warehouse.product(10);

        as("c-1", "customer").get("/v1/stock/" + sku).then().statusCode(200).header("ETag", "\"2\"");
        as("c-1", "customer").get("/v1/stock").then().statusCode(403);
        as("c-1", "customer").get("/v1/stock/" + sku + "/movements").then().statusCode(403);
    }

    @Test
    void neverChangesTheLedger() throws SQLException {
        var sku = warehouse.product(10);
        try (var owner = DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password"))) {
            for (var change : List.of("UPDATE stock_movement SET reason = ''", "DELETE FROM stock_movement")) {
                Assertions.assertThatThrownBy(() -> owner.createStatement().execute(change))
                        .hasMessageContaining("permission denied");
            }
        }
        assertThat(number("SELECT count(*) FROM stock_movement WHERE sku = ?", sku))
                .isEqualTo(1);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }

    private static List<String> skus(String lowState) {
        return staff().get("/v1/stock?limit=200&lowState=" + lowState).path("items.sku");
    }
}
