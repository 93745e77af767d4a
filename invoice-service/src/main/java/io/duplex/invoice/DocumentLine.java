package io.duplex.invoice;

import io.duplex.invoice.tax.TaxCategory;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * A line of a document (EN 16931 group BG-25), in the document's currency: what the product was called and cost when it
 * was ordered.
 *
 * @param quantity in pieces
 * @param unitPrice net
 * @param net quantity × unit price
 */
@Embeddable
public record DocumentLine(
        String sku,
        String name,
        int quantity,
        @Column(name = "unit_price") BigDecimal unitPrice,
        BigDecimal net,
        @Enumerated(EnumType.STRING) @Column(name = "tax_category") TaxCategory taxCategory) {

    /** The line of so many pieces at a net price. */
    public static DocumentLine of(String sku, String name, int quantity, Money unitPrice, TaxCategory taxCategory) {
        var net = unitPrice.multipliedBy(quantity);
        return new DocumentLine(sku, name, quantity, unitPrice.getAmount(), net.getAmount(), taxCategory);
    }
}
