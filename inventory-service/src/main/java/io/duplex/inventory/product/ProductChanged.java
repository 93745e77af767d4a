package io.duplex.inventory.product;

import io.duplex.chassis.events.Event;
import io.duplex.chassis.events.Event.Aggregate;
import org.joda.money.Money;

/** The fact that a product is new or has changed, as a snapshot: only the newest counts. */
public record ProductChanged(String sku, String name, Money unitPrice, TaxCategory taxCategory, boolean active) {

    static Event of(Product product) {
        return Event.of(
                "duplex.ProductChanged.v1",
                "stock",
                new Aggregate("product", product.sku(), product.version()),
                new ProductChanged(
                        product.sku(), product.name(), product.unitPrice(), product.taxCategory(), product.active()));
    }
}
