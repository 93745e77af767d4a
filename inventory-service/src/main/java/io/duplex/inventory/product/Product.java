package io.duplex.inventory.product;

import io.duplex.inventory.stock.Thresholds;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SecondaryRow;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Something that can be ordered. Its version rises with every change, that of its thresholds included, and never with
 * its stock. {@link CreateProduct} and {@link ChangeProduct} write it; this is how it is read: together with what its
 * stock level says.
 */
@Entity
@Immutable
@Table(name = "product")
@SecondaryTable(name = "stock_level", pkJoinColumns = @PrimaryKeyJoinColumn(name = "sku"))
@SecondaryRow(table = "stock_level", optional = false)
public class Product {
    @Id
    String sku;

    String name;

    @Column(name = "unit_price")
    BigDecimal unitPrice;

    String currency;

    @Column(name = "tax_category")
    @Enumerated(EnumType.STRING)
    TaxCategory taxCategory;

    boolean active;
    long version;

    @Column(name = "created_at")
    OffsetDateTime createdAt;

    @Column(name = "updated_at")
    OffsetDateTime updatedAt;

    /** The SKU once more, so that a list can begin in both tables at once. */
    @Column(table = "stock_level", name = "sku", insertable = false, updatable = false)
    String stockedSku;

    @Column(table = "stock_level", name = "low_threshold")
    long lowThreshold;

    @Column(table = "stock_level", name = "clear_threshold")
    long clearThreshold;

    @Column(table = "stock_level")
    long available;

    protected Product() {}

    /** A product as a statement has just written it; what is available is not known here. */
    static Product written(Row row, Thresholds thresholds) {
        var product = new Product();
        product.sku = row.getString("sku");
        product.name = row.getString("name");
        product.unitPrice = row.getBigDecimal("unit_price");
        product.currency = row.getString("currency");
        product.taxCategory = TaxCategory.valueOf(row.getString("tax_category"));
        product.active = row.getBoolean("active");
        product.version = row.getLong("version");
        product.createdAt = row.getOffsetDateTime("created_at");
        product.updatedAt = row.getOffsetDateTime("updated_at");
        product.lowThreshold = thresholds.low();
        product.clearThreshold = thresholds.clear();
        return product;
    }

    public String sku() {
        return sku;
    }

    public String name() {
        return name;
    }

    /** Net. */
    public Money unitPrice() {
        return Money.of(CurrencyUnit.of(currency), unitPrice);
    }

    public TaxCategory taxCategory() {
        return taxCategory;
    }

    /** Whether it can be ordered. */
    public boolean active() {
        return active;
    }

    public Thresholds thresholds() {
        return new Thresholds(lowThreshold, clearThreshold);
    }

    /** How much of it could be promised when it was read. */
    public long available() {
        return available;
    }

    public long version() {
        return version;
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }

    public OffsetDateTime updatedAt() {
        return updatedAt;
    }
}
