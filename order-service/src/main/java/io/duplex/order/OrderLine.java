package io.duplex.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** A line of an order: what the product was called and cost when it was ordered. */
@Embeddable
public class OrderLine {
    @Column(insertable = false, updatable = false)
    int position;

    String sku;
    String name;
    int quantity;

    @Column(name = "unit_price")
    BigDecimal unitPrice;

    @Column(name = "tax_category")
    String taxCategory;

    protected OrderLine() {}

    OrderLine(int position, String sku, String name, int quantity, BigDecimal unitPrice, String taxCategory) {
        this.position = position;
        this.sku = sku;
        this.name = name;
        this.quantity = quantity;
        this.unitPrice = unitPrice;
        this.taxCategory = taxCategory;
    }

    public String sku() {
        return sku;
    }

    public String name() {
        return name;
    }

    public int quantity() {
        return quantity;
    }

    /** Net, in the order's currency. */
    public BigDecimal unitPrice() {
        return unitPrice;
    }

    public String taxCategory() {
        return taxCategory;
    }
}
