package io.duplex.order.catalogue;

import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.order.catalogue.CatalogueClient.Level;
import io.duplex.order.catalogue.CatalogueClient.Product;
import io.duplex.order.catalogue.CatalogueClient.Told;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reloads the view from inventory-service, page by page. A version is the sequence of the event that told of it, so what an
 * event has told since stays, and a page that is read late takes nothing back. What a page has told stays when a later one fails.
 */
@ApplicationScoped
public class SyncCatalogue {
    private static final String PRODUCTS =
            """
            INSERT INTO catalogue_item AS item (sku, name, unit_price, currency, tax_category, active, product_sequence)
            SELECT * FROM unnest($1::text[], $2::text[], $3::numeric[], $4::text[], $5::text[], $6::bool[], $7::bigint[])
                     AS told (sku, name, unit_price, currency, tax_category, active, sequence)
             ORDER BY sku COLLATE "C"
            ON CONFLICT (sku) DO UPDATE SET
              name = excluded.name, unit_price = excluded.unit_price, currency = excluded.currency,
              tax_category = excluded.tax_category, active = excluded.active,
              product_sequence = excluded.product_sequence
             WHERE item.product_sequence < excluded.product_sequence
                OR (item.product_sequence = excluded.product_sequence
                    AND (item.name, item.unit_price, item.currency, item.tax_category, item.active) IS DISTINCT FROM
                        (excluded.name, excluded.unit_price, excluded.currency, excluded.tax_category, excluded.active))
            RETURNING item.sku, old.sku IS NULL AS added
            """;
    private static final String STOCK =
            """
            INSERT INTO catalogue_item AS item (sku, available, stock_sequence)
            SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS told (sku, available, sequence)
             ORDER BY sku COLLATE "C"
            ON CONFLICT (sku) DO UPDATE SET
              available = excluded.available, stock_sequence = excluded.stock_sequence
             WHERE item.stock_sequence < excluded.stock_sequence
                OR (item.stock_sequence = excluded.stock_sequence AND item.available IS DISTINCT FROM excluded.available)
            RETURNING item.sku, old.sku IS NULL AS added
            """;

    private final CatalogueClient inventory;
    private final Database database;

    SyncCatalogue(@RestClient CatalogueClient inventory, Database database) {
        this.inventory = inventory;
        this.database = database;
    }

    /** What came of it, in SKUs; 502 or 503, saying why, when inventory-service fails. */
    public Uni<Synced> sync() {
        return Uni.createFrom().deferred(() -> {
            var started = System.nanoTime();
            var tally = new Tally();
            return reload(new InventoryPages<>(inventory::products), this::products, tally)
                    .chain(() -> reload(new InventoryPages<>(inventory::stock), this::stock, tally))
                    .map(done -> tally.synced(Duration.ofNanos(System.nanoTime() - started)));
        });
    }

    private <T extends Told> Uni<Void> reload(
            InventoryPages<T> pages, Function<List<T>, Uni<RowSet<Row>>> write, Tally tally) {
        return Multi.createBy()
                .repeating()
                .uni(() -> pages.next()
                        .invoke(tally::told)
                        .chain(items -> write.apply(items))
                        .invoke(rows -> Rows.list(rows, row -> row)
                                .forEach(row -> tally.taken(row.getString("sku"), row.getBoolean("added")))))
                .whilst(rows -> pages.goOn())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<RowSet<Row>> products(List<Product> products) {
        return database.execute(
                PRODUCTS,
                column(products, Product::sku, String[]::new),
                column(products, Product::name, String[]::new),
                column(products, product -> price(product).getAmount(), BigDecimal[]::new),
                column(products, product -> price(product).getCurrencyUnit().getCode(), String[]::new),
                column(products, Product::taxCategory, String[]::new),
                column(products, Product::active, Boolean[]::new),
                column(products, Product::version, Long[]::new));
    }

    private Uni<RowSet<Row>> stock(List<Level> levels) {
        return database.execute(
                STOCK,
                column(levels, Level::sku, String[]::new),
                column(levels, Level::available, Long[]::new),
                column(levels, Level::version, Long[]::new));
    }

    private static Money price(Product product) {
        return Objects.requireNonNull(product.unitPrice());
    }

    private static <T, C> Object column(List<T> told, Function<T, @Nullable C> field, IntFunction<C[]> array) {
        return told.stream().map(field).toArray(array);
    }
}
