package io.duplex.inventory.stock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.duplex.embedded.DuplexTestResource;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** The one statement alone, against the simple model of its rules; jqwik finds the shortest sequence that breaks one. */
class GuardedUpdateTest {
    private static final String DATABASE = "guarded_update";
    private static final String STATEMENT = GuardedUpdate.SQL.replaceAll("\\$\\d", "?");

    /** A change of stock, or else of thresholds. */
    record Step(long onHand, long reserved, @Nullable Thresholds thresholds) {}

    @BeforeContainer
    static void migrate() throws SQLException, IOException {
        drop();
        try (var superuser = connect("postgres")) {
            superuser.createStatement().execute("CREATE DATABASE " + DATABASE);
        }
        try (var database = connect(DATABASE);
                var tables = Objects.requireNonNull(
                        GuardedUpdateTest.class.getResourceAsStream("/db/migration/V1__inventory.sql"))) {
            database.createStatement().execute(new String(tables.readAllBytes(), UTF_8));
        }
    }

    @AfterContainer
    static void drop() throws SQLException, IOException {
        try (var superuser = connect("postgres")) {
            superuser.createStatement().execute("DROP DATABASE IF EXISTS " + DATABASE);
        }
    }

    @Property(tries = 150)
    void opensAndEndsEpisodesAsTheRulesSay(@ForAll("steps") List<Step> steps) throws SQLException, IOException {
        try (var database = connect(DATABASE)) {
            var model = start(database, new Thresholds(5, 9));
            for (var step : steps) {
                var next = step.thresholds() == null
                        ? model.after(step.onHand(), step.reserved())
                        : model.after(step.thresholds());
                var expected = next.isLegal() ? next : model;
                assertThat(run(database, model, step))
                        .as("%s and %s", model, step)
                        .isEqualTo(expected);
                model = expected;
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var change = Combinators.combine(
                        Arbitraries.longs().between(-8, 12), Arbitraries.longs().between(-6, 6))
                .as((onHand, reserved) -> new Step(onHand, reserved, null));
        var thresholds = Combinators.combine(
                        Arbitraries.longs().between(0, 15), Arbitraries.longs().between(1, 6))
                .as((low, more) -> new Step(0, 0, new Thresholds(low, low + more)));
        return Arbitraries.integers()
                .between(0, 5)
                .flatMap(one -> one == 0 ? thresholds : change)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static LevelModel start(Connection database, Thresholds thresholds) throws SQLException {
        var sku = "SKU-" + UUID.randomUUID();
        try (var statement = database.createStatement()) {
            statement.execute("INSERT INTO product VALUES ('%s', 'Thing', 1, 'EUR', 'ZERO', true)".formatted(sku));
            statement.execute("INSERT INTO stock_level (sku, low_threshold, clear_threshold) VALUES ('%s', %d, %d)"
                    .formatted(sku, thresholds.low(), thresholds.clear()));
        }
        return LevelModel.empty(sku, thresholds);
    }

    /** The level after a step; as it was when the statement has left it out. */
    private static LevelModel run(Connection database, LevelModel before, Step step) throws SQLException {
        var thresholds = step.thresholds();
        try (var statement = database.prepareStatement(STATEMENT)) {
            statement.setArray(1, database.createArrayOf("text", new Object[] {before.sku()}));
            statement.setArray(2, numbers(database, step.onHand()));
            statement.setArray(3, numbers(database, step.reserved()));
            statement.setArray(4, numbers(database, thresholds == null ? null : thresholds.low()));
            statement.setArray(5, numbers(database, thresholds == null ? null : thresholds.clear()));
            statement.setArray(6, database.createArrayOf("boolean", new Object[] {false}));
            try (var row = statement.executeQuery()) {
                row.next();
                assertThat(row.getString("state_before"))
                        .isEqualTo(before.lowState().name());
                return row.getString("sku") == null ? before : level(row);
            }
        }
    }

    private static LevelModel level(ResultSet row) throws SQLException {
        return new LevelModel(
                row.getString("sku"),
                row.getLong("on_hand"),
                row.getLong("reserved"),
                new Thresholds(row.getLong("low_threshold"), row.getLong("clear_threshold")),
                LowState.valueOf(row.getString("low_state")),
                row.getLong("episode"));
    }

    private static Array numbers(Connection database, @Nullable Long number) throws SQLException {
        return database.createArrayOf("bigint", new Object[] {number});
    }

    private static Connection connect(String database) throws SQLException, IOException {
        return DuplexTestResource.postgres().connect(database);
    }
}
