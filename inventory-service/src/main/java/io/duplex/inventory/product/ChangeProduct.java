package io.duplex.inventory.product;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.stock.Refusals;
import io.duplex.inventory.stock.StockLevels;
import io.duplex.inventory.stock.Thresholds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Changes what a product is called, costs, and counts as low. */
@ApplicationScoped
public class ChangeProduct {
    private static final String UPDATE =
            """
            UPDATE product SET name = $2, unit_price = $3, currency = $4, tax_category = $5, active = $6,
                               version = version + 1, updated_at = clock_timestamp()
             WHERE sku = $1 AND ($7::bigint IS NULL OR version = $7)
            RETURNING *
            """;

    private final Database database;
    private final StockLevels levels;

    ChangeProduct(Database database, StockLevels levels) {
        this.database = database;
        this.levels = levels;
    }

    /**
     * Changes a product whose version is the one expected; the changed product. 404 when it is unknown, 412 when somebody
     * else was faster.
     *
     * @param expected the version that the caller has seen; null for any
     */
    public Uni<Product> change(String sku, ProductDetails details, Thresholds thresholds, @Nullable Long expected) {
        return database.transaction(transaction -> update(transaction, sku, details, expected)
                .map(rows -> Rows.first(rows, row -> Product.written(row, thresholds)))
                .chain(changed -> changed.map(product -> Uni.createFrom().item(product))
                        .orElseGet(() -> refuse(transaction, sku)))
                .call(product -> transaction.publish(ProductChanged.of(product)))
                .call(() -> levels.changeThresholds(transaction, sku, thresholds)));
    }

    private static Uni<RowSet<Row>> update(
            Transaction transaction, String sku, ProductDetails details, @Nullable Long expected) {
        return transaction.execute(
                UPDATE,
                sku,
                details.name(),
                details.unitPrice().getAmount(),
                details.unitPrice().getCurrencyUnit().getCode(),
                details.taxCategory().name(),
                details.active(),
                expected);
    }

    private static Uni<Product> refuse(Transaction transaction, String sku) {
        return transaction.execute("SELECT 1 FROM product WHERE sku = $1", sku).map(rows -> {
            throw rows.size() == 0
                    ? Refusals.unknownProduct()
                    : Problem.of(412, "precondition-failed", "The product has changed since it was read.");
        });
    }
}
