package io.duplex.order.catalogue;

import io.duplex.chassis.events.Received;
import io.duplex.chassis.sql.Database;
import io.duplex.chassis.sql.Rows;
import io.duplex.chassis.sql.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The catalogue view. Product and stock level are snapshots of their own: a stale one changes nothing. */
@ApplicationScoped
public class Catalogue {
    private static final String FIND =
            """
            SELECT sku, name, unit_price, currency, tax_category, active, available
              FROM catalogue_item WHERE sku = ANY($1)
            """;
    private static final String PRODUCTS_CHANGED =
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
            """;
    private static final String STOCK_CHANGED =
            """
            INSERT INTO catalogue_item AS item (sku, available, stock_sequence)
            SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS told (sku, available, sequence)
             ORDER BY sku COLLATE "C"
            ON CONFLICT (sku) DO UPDATE SET
              available = excluded.available, stock_sequence = excluded.stock_sequence
             WHERE item.stock_sequence < excluded.stock_sequence
            """;

    private final Database database;

    Catalogue(Database database) {
        this.database = database;
    }

    /** What is known of some SKUs; unknown ones are missing. */
    Uni<Map<String, CatalogueItem>> find(Collection<String> skus) {
        return database.execute(FIND, (Object) skus.toArray(String[]::new))
                .map(rows -> Rows.list(rows, CatalogueItem::from).stream()
                        .collect(Collectors.toMap(CatalogueItem::sku, Function.identity())));
    }

    /** Takes over what products are called and cost. */
    public Uni<Void> productsChanged(Transaction transaction, List<Received<ProductChanged>> events) {
        return transaction
                .execute(
                        PRODUCTS_CHANGED,
                        column(events, ProductChanged::sku, String[]::new),
                        column(events, ProductChanged::name, String[]::new),
                        column(events, product -> product.unitPrice().getAmount(), BigDecimal[]::new),
                        column(
                                events,
                                product -> product.unitPrice().getCurrencyUnit().getCode(),
                                String[]::new),
                        column(events, ProductChanged::taxCategory, String[]::new),
                        column(events, ProductChanged::active, Boolean[]::new),
                        sequences(events))
                .invoke(taken -> transaction.passBy(events.size() - taken.rowCount()))
                .replaceWithVoid();
    }

    /** Takes over how much is available. */
    public Uni<Void> stockChanged(Transaction transaction, List<Received<StockLevelChanged>> events) {
        return transaction
                .execute(
                        STOCK_CHANGED,
                        column(events, StockLevelChanged::sku, String[]::new),
                        column(events, StockLevelChanged::available, Long[]::new),
                        sequences(events))
                .invoke(taken -> transaction.passBy(events.size() - taken.rowCount()))
                .replaceWithVoid();
    }

    private static <T, C> Object column(List<Received<T>> events, Function<T, C> field, IntFunction<C[]> array) {
        return events.stream().map(event -> field.apply(event.data())).toArray(array);
    }

    private static <T> Object sequences(List<Received<T>> events) {
        return events.stream().map(Received::sequence).toArray(Long[]::new);
    }
}
