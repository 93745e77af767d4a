package io.duplex.inventory.stock;

import io.duplex.chassis.Ids;
import io.duplex.chassis.sql.Transaction;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The ledger of all stock: append-only, and its sums are the levels. */
@ApplicationScoped
public class Ledger implements PanacheRepositoryBase<StockMovement, UUID> {
    private static final String APPEND =
            """
            INSERT INTO stock_movement (id, sku, type, on_hand_change, reserved_change, reason, reference, actor,
                                        balance_after, reserved_after, at, rebased)
            SELECT id, sku, type, on_hand_change, reserved_change, reason, reference, actor,
                   balance_after, reserved_after, at, $12::boolean
              FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::text[],
                          $8::text[], $9::bigint[], $10::bigint[], $11::timestamptz[]) WITH ORDINALITY
                   AS movement (id, sku, type, on_hand_change, reserved_change, reason, reference, actor,
                                balance_after, reserved_after, at, n)
             ORDER BY n
            """;

    /** The movements of a SKU, newest first, from before a position on. */
    @WithSession
    public Uni<List<StockMovement>> page(String sku, long beforePosition, int size) {
        return find("sku = ?1 and position < ?2 order by position desc", sku, beforePosition)
                .page(0, size)
                .list();
    }

    Uni<List<StockMovement>> append(Transaction transaction, List<StockChange> changes, List<ChangedLevel> changed) {
        return insert(transaction, movements(changes, changed), false);
    }

    /** Adds rows after which the books of a SKU are right: the chain of its balances starts anew with its level. */
    Uni<List<StockMovement>> rebase(Transaction transaction, List<StockChange> changes, StockLevel level) {
        var balance = new Balance(level.onHand(), level.reserved());
        var movements = changes.stream()
                .map(change -> new StockMovement(Ids.next(), change, balance, level.updatedAt()))
                .toList();
        return insert(transaction, movements, true);
    }

    private static Uni<List<StockMovement>> insert(
            Transaction transaction, List<StockMovement> movements, boolean rebased) {
        return transaction
                .execute(
                        APPEND,
                        column(movements, StockMovement::id, UUID[]::new),
                        column(movements, StockMovement::sku, String[]::new),
                        column(movements, movement -> movement.type().name(), String[]::new),
                        column(movements, movement -> movement.onHandChange, Long[]::new),
                        column(movements, movement -> movement.reservedChange, Long[]::new),
                        column(movements, StockMovement::reason, String[]::new),
                        column(movements, StockMovement::reference, String[]::new),
                        column(movements, StockMovement::actor, String[]::new),
                        column(movements, StockMovement::balanceAfter, Long[]::new),
                        column(movements, StockMovement::reservedAfter, Long[]::new),
                        column(movements, StockMovement::at, OffsetDateTime[]::new),
                        rebased)
                .replaceWith(movements);
    }

    /** The changes with their running balances, which start where the levels stood; 409 when one of them is illegal. */
    private static List<StockMovement> movements(List<StockChange> changes, List<ChangedLevel> changed) {
        var times = new HashMap<String, OffsetDateTime>();
        var balances = new HashMap<String, Balance>();
        changed.forEach(level -> times.put(level.now().sku(), level.now().updatedAt()));
        changed.forEach(level -> balances.put(level.now().sku(), level.before()));
        var movements = new ArrayList<StockMovement>();
        for (var change : changes) {
            var after = balances.merge(change.sku(), Balance.of(change), Balance::plus);
            if (!after.isLegal()) {
                throw Refusals.insufficientStock(change.sku(), after);
            }
            movements.add(
                    new StockMovement(Ids.next(), change, after, Objects.requireNonNull(times.get(change.sku()))));
        }
        return movements;
    }

    private static <T> Object column(
            List<StockMovement> movements, Function<StockMovement, T> field, IntFunction<T[]> array) {
        return movements.stream().map(field).toArray(array);
    }
}
