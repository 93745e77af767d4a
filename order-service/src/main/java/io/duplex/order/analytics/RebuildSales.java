package io.duplex.order.analytics;

import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Builds the sales figures anew from the orders, a few hundred to a transaction, in a generation of their own; the old
 * ones are shown until the new ones are complete.
 *
 * <p>Events that come meanwhile go into both generations, and of each order the highest version counts. Events that were
 * taken before the new generation was there tell of orders that had been stored by then, so each of them is found
 * when the orders are read. Whoever is interrupted is continued by the next call, and two that build at once take turns.
 */
@ApplicationScoped
public class RebuildSales {
    private static final int ORDERS_AT_ONCE = 500;
    private static final int ROWS_AT_ONCE = 5_000;

    private static final String BEGIN = "INSERT INTO sales_model (state) VALUES ('BUILDING') ON CONFLICT DO NOTHING";
    private static final String POSITION =
            "SELECT rebuilt_up_to FROM sales_model WHERE state = 'BUILDING' FOR NO KEY UPDATE";
    private static final String NEXT = "SELECT id FROM orders WHERE id > $1 ORDER BY id LIMIT $2";
    private static final String MOVE = "UPDATE sales_model SET rebuilt_up_to = $1 WHERE state = 'BUILDING'";
    /** Waits until nobody writes the old generation, and nobody begins to. */
    private static final String LOCK = "SELECT generation FROM sales_model ORDER BY generation FOR UPDATE";

    private static final String DROP_OLD = "DELETE FROM sales_model WHERE state = 'CURRENT'";
    private static final String SHOW_NEW = "UPDATE sales_model SET state = 'CURRENT' WHERE state = 'BUILDING'";
    private static final String FORGET =
            """
            DELETE FROM %1$s WHERE ctid = ANY(ARRAY(
              SELECT ctid FROM %1$s WHERE generation < (SELECT min(generation) FROM sales_model) LIMIT $1))
            """;

    private final Database database;
    private final SalesModel model;

    RebuildSales(Database database, SalesModel model) {
        this.database = database;
        this.model = model;
    }

    /** Rebuilds, or goes on where an earlier call was interrupted; the item is how many orders this call has read. */
    public Uni<Long> rebuild() {
        return begin().chain(this::build).call(() -> forget("sales_order")).call(() -> forget("sales_figure"));
    }

    Uni<Void> begin() {
        return database.execute(BEGIN).replaceWithVoid();
    }

    private Uni<Long> build() {
        return Multi.createBy()
                .repeating()
                .uni(this::buildPart)
                .whilst(read -> read > 0)
                .collect()
                .with(Collectors.summingLong(Integer::longValue));
    }

    /** Takes over the next orders, or shows what is built when there are none; the item is how many there were. */
    Uni<Integer> buildPart() {
        return database.transaction(transaction -> transaction.execute(POSITION).chain(found -> Rows.first(
                        found, row -> row.getUUID("rebuilt_up_to"))
                .map(position -> takeNext(transaction, position))
                .orElseGet(() -> Uni.createFrom().item(0))));
    }

    private Uni<Integer> takeNext(Transaction transaction, UUID position) {
        return transaction
                .execute(NEXT, position, ORDERS_AT_ONCE)
                .map(rows -> Rows.list(rows, row -> row.getUUID("id")))
                .call(ids -> ids.isEmpty() ? show(transaction) : take(transaction, position, ids.get(ids.size() - 1)))
                .map(List::size);
    }

    private Uni<Void> take(Transaction transaction, UUID after, UUID upTo) {
        return model.takeStored(transaction, after, upTo)
                .chain(() -> transaction.execute(MOVE, upTo))
                .replaceWithVoid();
    }

    private static Uni<Void> show(Transaction transaction) {
        return transaction
                .execute(LOCK)
                .chain(() -> transaction.execute(DROP_OLD))
                .chain(() -> transaction.execute(SHOW_NEW))
                .replaceWithVoid();
    }

    private Uni<Void> forget(String table) {
        return Multi.createBy()
                .repeating()
                .uni(() -> database.execute(FORGET.formatted(table), ROWS_AT_ONCE))
                .whilst(deleted -> deleted.rowCount() == ROWS_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
