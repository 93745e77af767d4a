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
                .mapToObj(n -> new Model(warehouse.product(0, 5, 9), 0, 0, new Thresholds(5, 9), LowState.OK, 0))
                .toList();
        for (var step = 0; step < 60; step++) {
            models = random.nextInt(10) == 0 ? afterNewThresholds(models, random) : afterChanges(models, random);
        }

        for (var model : models) {
            assertThat(Model.read(model.sku())).as("seed %d", seed).isEqualTo(model);
            assertThat(sum("on_hand_change", model.sku())).isEqualTo(model.onHand());
            assertThat(sum("reserved_change", model.sku())).isEqualTo(model.reserved());
            assertThat(wrongBalances(model.sku())).isZero();
        }
    }

    private List<Model> afterChanges(List<Model> models, Random random) {
        var changes = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(n -> randomChange(models.get(random.nextInt(3)).sku(), random))
                .toList();
        var after = models.stream().map(model -> model.after(changes)).toList();
        var legal = models.stream().allMatch(model -> model.isLegalAfterEach(changes));
        var outcome = database.transaction(transaction -> levels.change(transaction, changes))
                .replaceWith(true)
                .onFailure(Problem.class)
                .recoverWithItem(false);
        assertThat(outcome.await().atMost(PATIENCE))
                .as("%s after %s", models, changes)
                .isEqualTo(legal);
        return legal ? after : models;
    }

    private List<Model> afterNewThresholds(List<Model> models, Random random) {
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

    /** What a level must be. */
    private record Model(
            String sku, long onHand, long reserved, Thresholds thresholds, LowState lowState, long episode) {

        static Model read(String sku) {
            var shown = Warehouse.stock(sku);
            return new Model(
                    sku,
                    shown.getLong("onHand"),
                    shown.getLong("reserved"),
                    new Thresholds(shown.getLong("lowThreshold"), shown.getLong("clearThreshold")),
                    LowState.valueOf(shown.getString("lowState")),
                    number("SELECT episode FROM stock_level WHERE sku = ?", sku));
        }

        Model after(List<StockChange> changes) {
            var mine =
                    changes.stream().filter(change -> change.sku().equals(sku)).toList();
            var nextOnHand =
                    onHand + mine.stream().mapToLong(StockChange::onHand).sum();
            var nextReserved =
                    reserved + mine.stream().mapToLong(StockChange::reserved).sum();
            var fallen = nextOnHand - nextReserved < onHand - reserved;
            return new Model(sku, nextOnHand, nextReserved, thresholds, lowState, episode).judged(fallen);
        }

        Model after(Thresholds next) {
            return new Model(sku, onHand, reserved, next, lowState, episode).judged(next.low() > thresholds.low());
        }

        boolean isLegalAfterEach(List<StockChange> changes) {
            return IntStream.rangeClosed(1, changes.size())
                    .mapToObj(count -> after(changes.subList(0, count)))
                    .allMatch(step -> step.onHand >= step.reserved && step.reserved >= 0);
        }

        private Model judged(boolean worse) {
            var available = onHand - reserved;
            if (lowState == LowState.OK && worse && available <= thresholds.low()) {
                return new Model(sku, onHand, reserved, thresholds, LowState.LOW, episode + 1);
            }
            if (lowState == LowState.LOW && available >= thresholds.clear()) {
                return new Model(sku, onHand, reserved, thresholds, LowState.OK, episode);
            }
            return this;
        }
    }
}
