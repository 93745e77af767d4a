package io.duplex.inventory.product.api;

import io.duplex.chassis.idempotency.Answer;
import io.duplex.inventory.product.Product;
import io.duplex.inventory.product.TaxCategory;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;

/** A product as it is shown; its stock is shown elsewhere, since the two change apart. */
@Schema(name = "Product")
record ProductView(
        String sku,
        String name,
        Money unitPrice,
        TaxCategory taxCategory,
        boolean active,
        long lowThreshold,
        long clearThreshold,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ProductView of(Product product) {
        return new ProductView(
                product.sku(),
                product.name(),
                product.unitPrice(),
                product.taxCategory(),
                product.active(),
                product.thresholds().low(),
                product.thresholds().clear(),
                product.createdAt().toInstant(),
                product.updatedAt().toInstant(),
                product.version());
    }

    static Answer created(Product product) {
        return Answer.created("/v1/products/" + product.sku(), product.version(), of(product));
    }
}
