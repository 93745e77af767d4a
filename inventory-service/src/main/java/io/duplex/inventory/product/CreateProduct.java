package io.duplex.inventory.product;

import io.duplex.chassis.http.Problem;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.duplex.inventory.stock.StockChange;
import io.duplex.inventory.stock.StockChange.Note;
import io.duplex.inventory.stock.StockLevels;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes a product into the range, together with its stock level. */
@ApplicationScoped
public class CreateProduct {
    private static final String INSERT =
            """
            INSERT INTO product (sku, name, unit_price, currency, tax_category, active)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (sku) DO NOTHING RETURNING *
            """;

    private final StockLevels levels;

    CreateProduct(StockLevels levels) {
        this.levels = levels;
    }

    /** The product, with its initial stock as a RECEIPT in the ledger; 409 when the SKU is taken. */
    public Uni<Product> create(Transaction transaction, NewProduct wanted, String actor) {
        return insert(transaction, wanted)
                .map(rows -> Rows.first(rows, row -> Product.written(row, wanted.thresholds()))
                        .orElseThrow(CreateProduct::skuExists))
                .call(product -> transaction.publish(ProductChanged.of(product)))
                .call(product -> levels.open(transaction, product.sku(), wanted.thresholds()))
                .call(() -> levels.change(transaction, initialStock(wanted, actor)));
    }

    private static Uni<RowSet<Row>> insert(Transaction transaction, NewProduct wanted) {
        var details = wanted.details();
        return transaction.execute(
                INSERT,
                wanted.sku(),
                details.name(),
                details.unitPrice().getAmount(),
                details.unitPrice().getCurrencyUnit().getCode(),
                details.taxCategory().name(),
                details.active());
    }

    private static List<StockChange> initialStock(NewProduct wanted, String actor) {
        return wanted.initialStock() == 0
                ? List.of()
                : List.of(StockChange.receipt(
                        wanted.sku(), wanted.initialStock(), new Note(actor, "initial stock", null)));
    }

    private static Problem skuExists() {
        return Problem.conflict("sku-exists", "There is a product with this SKU already.");
    }
}
