package io.duplex.inventory.stock;

import static io.duplex.inventory.Warehouse.awaitEmptyOutbox;
import static io.duplex.inventory.Warehouse.awaitReservation;
import static io.duplex.inventory.Warehouse.changeThresholds;
import static io.duplex.inventory.Warehouse.move;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.orderCreated;
import static io.duplex.inventory.Warehouse.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.chassis.Ids;
import io.duplex.embedded.TestTopics;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RunningInventoryService
class LowStockComponentTest {
    private final Warehouse warehouse = new Warehouse();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void publishesInventoryLowOncePerEpisode() {
        var sku = warehouse.product(20, 10, 15);

        for (var change : new int[] {-9, -1, -1, +3, -3, +5, -4}) {
            move(sku, "ADJUSTMENT", change);
        }

        var low = warehouse.awaitFacts("stock", "InventoryLow", sku, 1).get(0);
        assertThat(TestTopics.header(low, "ce_id"))
                .contains(Ids.derivedFrom("InventoryLow|" + sku + "|1").toString());
        var data = JsonPath.from(low.value());
        assertThat(data.getString("name")).isEqualTo("Oak chair");
        assertThat(data.getLong("available")).isEqualTo(10);
        assertThat(data.getLong("lowThreshold")).isEqualTo(10);
        assertThat(data.getLong("clearThreshold")).isEqualTo(15);
        assertThat(data.getLong("episode")).isEqualTo(1);
        awaitEmptyOutbox();
        assertThat(warehouse.facts("stock", "InventoryLow", sku)).hasSize(1);
        assertThat(warehouse.facts("stock", "InventoryReplenished", sku)).isEmpty();
        assertThat(stock(sku).getString("lowState")).isEqualTo("LOW");
    }

    @Test
    void publishesInventoryReplenishedAndOpensTheNextEpisode() {
        var sku = warehouse.product(20, 10, 15);

        move(sku, "ADJUSTMENT", -10);
        move(sku, "RECEIPT", 5);
        move(sku, "ADJUSTMENT", -5);

        var lows = warehouse.awaitFacts("stock", "InventoryLow", sku, 2);
        assertThat(JsonPath.from(lows.get(1).value()).getLong("episode")).isEqualTo(2);
        var replenished =
                warehouse.awaitFacts("stock", "InventoryReplenished", sku, 1).get(0);
        assertThat(JsonPath.from(replenished.value()).getLong("episode")).isEqualTo(1);
        assertThat(JsonPath.from(replenished.value()).getLong("available")).isEqualTo(15);
    }

    @Test
    void noticesOrdersAndCancellations() {
        var sku = warehouse.product(20, 10, 15);
        var order = UUID.randomUUID();

        warehouse.hears(orderCreated(order, Map.of(sku, 12)));
        awaitReservation(order, "ACTIVE");
        assertThat(stock(sku).getString("lowState")).isEqualTo("LOW");
        warehouse.hears(orderCancelled(order));
        awaitReservation(order, "RELEASED");
        assertThat(stock(sku).getString("lowState")).isEqualTo("OK");

        warehouse.awaitFacts("stock", "InventoryLow", sku, 1);
        warehouse.awaitFacts("stock", "InventoryReplenished", sku, 1);
    }

    @Test
    void alarmsOnceHoweverDemandOscillates() {
        var sku = warehouse.product(20, 10, 15);
        var standing = UUID.randomUUID();
        warehouse.hears(orderCreated(standing, Map.of(sku, 8)));

        for (var round = 0; round < 10; round++) {
            var order = UUID.randomUUID();
            warehouse.hears(orderCreated(order, Map.of(sku, 3)));
            awaitReservation(order, "ACTIVE");
            warehouse.hears(orderCancelled(order));
            awaitReservation(order, "RELEASED");
        }
        awaitEmptyOutbox();
        assertThat(warehouse.facts("stock", "InventoryLow", sku)).hasSize(1);
        assertThat(warehouse.facts("stock", "InventoryReplenished", sku)).isEmpty();

        move(sku, "RECEIPT", 3);
        warehouse.awaitFacts("stock", "InventoryReplenished", sku, 1);
    }

    @Test
    void opensNoEpisodeWhileStockRises() {
        var sku = warehouse.product(0, 10, 15);

        move(sku, "RECEIPT", 3);
        changeThresholds(sku, 10, 15).then().statusCode(200);
        assertThat(stock(sku).getString("lowState")).isEqualTo("OK");

        move(sku, "ADJUSTMENT", -1);
        assertThat(stock(sku).getString("lowState")).isEqualTo("LOW");
    }

    @Test
    void judgesByNewThresholdsAtOnce() {
        var sku = warehouse.product(20, 10, 15);

        changeThresholds(sku, 20, 30).then().statusCode(200);
        assertThat(stock(sku).getString("lowState")).isEqualTo("LOW");
        changeThresholds(sku, 5, 20).then().statusCode(200);
        assertThat(stock(sku).getString("lowState")).isEqualTo("OK");

        warehouse.awaitFacts("stock", "InventoryLow", sku, 1);
        warehouse.awaitFacts("stock", "InventoryReplenished", sku, 1);
        warehouse.awaitFacts("stock", "StockLevelChanged", sku, 4);
    }
}
