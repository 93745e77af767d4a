package io.duplex.inventory.stock;

import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All stock levels. Every change is one guarded statement for all SKUs that it touches, a row of the ledger for each
 * change wanted, and the facts, in the caller's transaction: all of it or nothing.
 */
@ApplicationScoped
public class StockLevels implements PanacheRepositoryBase<StockLevel, String> {
    private static final String OPEN =
            "INSERT INTO stock_level (sku, low_threshold, clear_threshold) VALUES ($1, $2, $3) RETURNING *";
    private static final String LOCK =
            """
            SELECT * FROM stock_level WHERE sku = ANY($1) ORDER BY sku COLLATE "C" FOR UPDATE
            """;

    private final Ledger ledger;

    StockLevels(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The level of a SKU; null when it is unknown. */
    @WithSession
    public Uni<@Nullable StockLevel> of(String sku) {
        return findById(sku);
    }

    /** Levels in the order of their SKUs, from one on, all or those in one state. */
    @WithSession
    public Uni<List<StockLevel>> page(@Nullable LowState state, String afterSku, int size) {
        // The state is written out: a plan for any state could not use the index of those that are low.
        var inState = state == null ? "" : " and lowState = " + LowState.class.getName() + "." + state;
        return find("sku > ?1" + inState + " order by sku", afterSku)
                .page(0, size)
                .list();
    }

    /** Starts a SKU with nothing, and OK whatever its thresholds are. */
    public Uni<Void> open(Transaction transaction, String sku, Thresholds thresholds) {
        return transaction
                .execute(OPEN, sku, thresholds.low(), thresholds.clear())
                .map(rows -> Rows.list(rows, row -> ChangedLevel.levelFact(StockLevel.from(row))))
                .chain(transaction::publish);
    }

    /** Locks some levels until the transaction ends; unknown SKUs are missing. */
    public Uni<Map<String, StockLevel>> lock(Transaction transaction, Collection<String> skus) {
        return transaction
                .execute(LOCK, (Object) skus.stream().distinct().toArray(String[]::new))
                .map(rows -> Rows.list(rows, StockLevel::from).stream()
                        .collect(Collectors.toMap(StockLevel::sku, Function.identity())));
    }

    /**
     * Makes some changes, summed per SKU; the ledger's rows, in the order of the changes. 404 when a SKU is unknown, 409
     * when there would be less on hand than is reserved, at the end or after any of the changes.
     */
    public Uni<List<StockMovement>> change(Transaction transaction, List<StockChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var sums = SummedChanges.of(changes);
        return transaction
                .execute(
                        GuardedUpdate.SQL,
                        sums.skus(),
                        sums.onHand(),
                        sums.reserved(),
                        sums.unchanged(),
                        sums.unchanged(),
                        sums.fallen())
                .map(rows -> changed(rows, sums.size()))
                .call(changed -> tell(transaction, changed))
                .chain(changed -> ledger.append(transaction, changes, changed));
    }

    /** Changes what counts as low, and judges the level by it at once. */
    public Uni<Void> changeThresholds(Transaction transaction, String sku, Thresholds thresholds) {
        return transaction
                .execute(
                        GuardedUpdate.SQL,
                        new String[] {sku},
                        new Long[] {0L},
                        new Long[] {0L},
                        new Long[] {thresholds.low()},
                        new Long[] {thresholds.clear()},
                        new Boolean[] {false})
                .map(rows -> changed(rows, 1))
                .chain(changed -> tell(transaction, changed));
    }

    static List<ChangedLevel> changed(RowSet<Row> rows, int expected) {
        if (rows.size() < expected) {
            throw Refusals.unknownProduct();
        }
        return Rows.list(rows, StockLevels::requireLegal);
    }

    private static ChangedLevel requireLegal(Row row) {
        if (row.getString("sku") == null) {
            throw Refusals.insufficientStock(
                    row.getString("wanted_sku"),
                    new Balance(row.getLong("on_hand_before"), row.getLong("reserved_before")));
        }
        return ChangedLevel.from(row);
    }

    static Uni<Void> tell(Transaction transaction, List<ChangedLevel> changed) {
        return transaction.publish(
                changed.stream().flatMap(level -> level.facts().stream()).toList());
    }
}
