package io.duplex.inventory.stock;

import static io.duplex.inventory.Warehouse.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.sql.Database;
import io.duplex.inventory.RunningInventoryService;
import io.duplex.inventory.Warehouse;
import io.duplex.inventory.stock.StockChange.Note;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random changes by the one statement, compared with a model of the rules that is written the simple way. */
@QuarkusTest
@RunningInventoryService
class LedgerComponentTest {
    private static final List<MovementType> TYPES = List.of(MovementType.values());

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    StockLevels levels;

    @Inject
    Database database;

    private final Warehouse warehouse = new Warehouse();

    @AfterEach
    void close() {
        warehouse.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void sumsToTheLevelWhateverHappens(long seed) {
        var random = new Random(seed);
        var models = IntStream.range(0, 3)
                .mapToObj(n -> LevelModel.empty(warehouse.product(0, 5, 9), new Thresholds(5, 9)))
                .toList();
        for (var step = 0; step < 60; step++) {
            models = random.nextInt(10) == 0 ? afterNewThresholds(models, random) : afterChanges(models, random);
        }

        for (var model : models) {
            assertThat(LevelModel.read(model.sku())).as("seed %d", seed).isEqualTo(model);
            assertThat(sum("on_hand_change", model.sku())).isEqualTo(model.onHand());
            assertThat(sum("reserved_change", model.sku())).isEqualTo(model.reserved());
            assertThat(wrongBalances(model.sku())).isZero();
        }
    }

    private List<LevelModel> afterChanges(List<LevelModel> models, Random random) {
        var changes = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(n -> randomChange(models.get(random.nextInt(3)).sku(), random))
                .toList();
        var after = models.stream().map(model -> after(model, changes)).toList();
        var legal = models.stream().allMatch(model -> isLegalAfterEach(model, changes));
        var outcome = database.transaction(transaction -> levels.change(transaction, changes))
                .replaceWith(true)
                .onFailure(Problem.class)
                .recoverWithItem(false);
        assertThat(outcome.await().atMost(PATIENCE))
                .as("%s after %s", models, changes)
                .isEqualTo(legal);
        return legal ? after : models;
    }

    private List<LevelModel> afterNewThresholds(List<LevelModel> models, Random random) {
        var low = random.nextInt(12);
        var thresholds = new Thresholds(low, low + 1 + random.nextInt(6));
        var after = new ArrayList<>(models);
        after.set(0, models.get(0).after(thresholds));
        database.transaction(transaction ->
                        levels.changeThresholds(transaction, models.get(0).sku(), thresholds))
                .await()
                .atMost(PATIENCE);
        return after;
    }

    private static StockChange randomChange(String sku, Random random) {
        var type = TYPES.get(random.nextInt(TYPES.size()));
        var quantity = 1 + random.nextInt(8);
        return switch (type) {
            case RECEIPT, RETURN -> change(sku, type, quantity, 0);
            case ADJUSTMENT, COUNT -> change(sku, type, quantity - 4, 0);
            case ALLOCATION -> change(sku, type, 0, quantity);
            case RELEASE -> change(sku, type, 0, -quantity);
            case SALE -> change(sku, type, -quantity, -quantity);
        };
    }

    private static StockChange change(String sku, MovementType type, long onHand, long reserved) {
        return new StockChange(sku, type, onHand, reserved, new Note("test", null, null));
    }

    private static long sum(String column, String sku) {
        return number("SELECT coalesce(sum(" + column + "), 0) FROM stock_movement WHERE sku = ?", sku);
    }

    private static long wrongBalances(String sku) {
        return number(
                """
                SELECT count(*) FROM (
                  SELECT balance_after, reserved_after, sum(on_hand_change) OVER (ORDER BY position) AS on_hand,
                         sum(reserved_change) OVER (ORDER BY position) AS reserved
                    FROM stock_movement WHERE sku = ?)
                 WHERE balance_after <> on_hand OR reserved_after <> reserved""",
                sku);
    }

    private static LevelModel after(LevelModel model, List<StockChange> changes) {
        var mine = changes.stream()
                .filter(change -> change.sku().equals(model.sku()))
                .toList();
        return model.after(
                mine.stream().mapToLong(StockChange::onHand).sum(),
                mine.stream().mapToLong(StockChange::reserved).sum());
    }

    private static boolean isLegalAfterEach(LevelModel model, List<StockChange> changes) {
        return IntStream.rangeClosed(1, changes.size())
                .mapToObj(count -> after(model, changes.subList(0, count)))
                .allMatch(LevelModel::isLegal);
    }
}
