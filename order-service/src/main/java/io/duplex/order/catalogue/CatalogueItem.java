package io.duplex.order.catalogue;

import static java.util.Objects.requireNonNull;

import io.duplex.order.Basket.PricedLine;
import io.vertx.mutiny.sqlclient.Row;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the view knows of a SKU; each part may still be on its way.
 *
 * @param unitPrice net; null while no ProductChanged has come
 * @param available null while no StockLevelChanged has come
 */
record CatalogueItem(
        String sku,
        @Nullable String name,
        @Nullable Money unitPrice,
        @Nullable String taxCategory,
        boolean active,
        @Nullable Long available) {

    static CatalogueItem from(Row row) {
        var price = row.getBigDecimal("unit_price");
        return new CatalogueItem(
                row.getString("sku"),
                row.getString("name"),
                price == null ? null : Money.of(CurrencyUnit.of(row.getString("currency")), price),
                row.getString("tax_category"),
                Boolean.TRUE.equals(row.getBoolean("active")),
                row.getLong("available"));
    }

    /** A line at the view's price; only of what {@link #canBeSold}. */
    PricedLine priced(int quantity) {
        return new PricedLine(
                sku, requireNonNull(name), quantity, requireNonNull(unitPrice), requireNonNull(taxCategory));
    }

    boolean canBeSold() {
        return active && unitPrice != null;
    }

    /** Whether it was told that this is not sold any more. */
    boolean isWithdrawn() {
        return !active && unitPrice != null;
    }

    boolean surelyHas(long quantity, long margin) {
        return available != null && available - quantity >= margin;
    }
}
