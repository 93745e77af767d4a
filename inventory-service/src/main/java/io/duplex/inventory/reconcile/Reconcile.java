package io.duplex.inventory.reconcile;

import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.inventory.reconcile.Report.Finding;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares ledger, levels, reservations and orders, and sets right what differs. */
@ApplicationScoped
public class Reconcile {
    /** What is compared is everything: that may take longer than a click. */
    private static final String PATIENCE = "SET LOCAL statement_timeout = '25s'";

    private final Database database;
    private final CompareOrders compareOrders;
    private final RepairDrift repairDrift;

    Reconcile(Database database, CompareOrders compareOrders, RepairDrift repairDrift) {
        this.database = database;
        this.compareOrders = compareOrders;
        this.repairDrift = repairDrift;
    }

    /** What the books and the orders say. */
    private record Comparison(OffsetDateTime at, List<Row> books, OrderWalk orders) {
        List<Drift> drifts() {
            return Stream.concat(books.stream().map(Drift::from), orders.drifts().stream())
                    .toList();
        }

        Report report(List<Finding> findings) {
            var counts = new EnumMap<>(orders.counts());
            books.forEach(row -> counts.put(DriftKind.valueOf(row.getString("kind")), row.getLong("of_kind")));
            return new Report(at, orders.compared(), counts, findings);
        }
    }

    /** What differs, and how it could be set right; of each kind so many are listed. */
    public Uni<Report> propose(int limit) {
        return compare(limit)
                .map(found -> found.report(found.drifts().stream()
                        .map(drift -> new Finding(drift, Outcome.PROPOSED))
                        .toList()));
    }

    /** What differs, and has been set right as far as that goes; of each kind so many at most. */
    public Uni<Report> apply(int limit, String actor) {
        return compare(limit)
                .chain(found -> repairDrift.repair(found.drifts(), actor).map(found::report));
    }

    private Uni<Comparison> compare(int limit) {
        return database.transaction(transaction ->
                        transaction.execute(PATIENCE).chain(() -> transaction.execute(BooksSql.DRIFTS, (long) limit)))
                .map(rows -> Rows.list(rows, Function.<Row>identity()))
                .chain(books -> now().chain(at ->
                        compareOrders.compare(at, limit).map(orders -> new Comparison(at, books, orders))));
    }

    private Uni<OffsetDateTime> now() {
        return database.execute("SELECT clock_timestamp() AS at")
                .map(rows ->
                        Rows.first(rows, row -> row.getOffsetDateTime("at")).orElseThrow());
    }
}
