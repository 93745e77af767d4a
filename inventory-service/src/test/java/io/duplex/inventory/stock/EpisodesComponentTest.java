package io.duplex.inventory.stock;

import static io.duplex.inventory.Warehouse.awaitEmptyOutbox;
import static io.duplex.inventory.Warehouse.awaitReservation;
import static io.duplex.inventory.Warehouse.changeThresholds;
import static io.duplex.inventory.Warehouse.move;
import static io.duplex.inventory.Warehouse.orderCancelled;
import static io.duplex.inventory.Warehouse.orderCreated;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random changes on all paths on which stock changes, against the simple model: one alert per episode. */
@QuarkusTest
@RunningInventoryService
class EpisodesComponentTest {
    private static final int STEPS = 40;

    private final Warehouse warehouse = new Warehouse();
    private final Map<UUID, Integer> open = new LinkedHashMap<>();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5})
    void areToldOnceEachOnEveryPath(long seed) {
        var random = new Random(seed);
        var model = LevelModel.empty(warehouse.product(0, 5, 9), new Thresholds(5, 9));
        for (var step = 0; step < STEPS; step++) {
            model = next(model, random);
            assertThat(LevelModel.read(model.sku()))
                    .as("step %d of seed %d", step, seed)
                    .isEqualTo(model);
        }

        awaitEmptyOutbox();
        assertThat(model.episode()).as("episodes of seed %d", seed).isPositive();
        assertThat(told("InventoryLow", model.sku())).isEqualTo(upTo(model.episode()));
        assertThat(told("InventoryReplenished", model.sku())).isEqualTo(upTo(model.ended()));
    }

    private LevelModel next(LevelModel model, Random random) {
        var quantity = 1 + random.nextInt(8);
        return switch (random.nextInt(8)) {
            case 0 -> moved(model, "RECEIPT", quantity, quantity);
            case 1 -> moved(model, "RETURN", quantity, quantity);
            case 2 -> moved(model, "ADJUSTMENT", -quantity, -quantity);
            case 3 -> moved(model, "COUNT", 2L * quantity, 2L * quantity - model.onHand());
            case 4 -> withThresholds(model, new Thresholds(quantity, quantity + 4));
            case 5, 6 -> ordered(model, quantity);
            default -> cancelled(model);
        };
    }

    private static LevelModel moved(LevelModel model, String type, long quantity, long change) {
        var after = model.after(change, 0);
        move(model.sku(), type, quantity).then().statusCode(after.isLegal() ? 201 : 409);
        return after.isLegal() ? after : model;
    }

    private static LevelModel withThresholds(LevelModel model, Thresholds thresholds) {
        changeThresholds(model.sku(), (int) thresholds.low(), (int) thresholds.clear())
                .then()
                .statusCode(200);
        return model.after(thresholds);
    }

    private LevelModel ordered(LevelModel model, int quantity) {
        var order = UUID.randomUUID();
        var after = model.after(0, quantity);
        warehouse.hears(orderCreated(order, Map.of(model.sku(), quantity)));
        awaitReservation(order, after.isLegal() ? "ACTIVE" : "REJECTED");
        if (after.isLegal()) {
            open.put(order, quantity);
        }
        return after.isLegal() ? after : model;
    }

    private LevelModel cancelled(LevelModel model) {
        if (open.isEmpty()) {
            return model;
        }
        var order = open.keySet().iterator().next();
        warehouse.hears(orderCancelled(order));
        awaitReservation(order, "RELEASED");
        return model.after(0, -requireNonNull(open.remove(order)));
    }

    private List<Long> told(String fact, String sku) {
        return warehouse.facts("stock", fact, sku).stream()
                .map(told -> JsonPath.from(told.value()).getLong("episode"))
                .toList();
    }

    private static List<Long> upTo(long count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }
}
