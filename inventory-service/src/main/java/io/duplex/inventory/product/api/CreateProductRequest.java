package io.duplex.inventory.product.api;

import io.duplex.inventory.PlainText;
import io.duplex.inventory.Sku;
import io.duplex.inventory.product.NewProduct;
import io.duplex.inventory.product.ProductDetails;
import io.duplex.inventory.product.TaxCategory;
import io.duplex.inventory.stock.Thresholds;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A product that staff take into the range; it is active at once. */
@Schema(
        name = "NewProduct",
        examples =
                """
                {"sku":"CHAIR-OAK","name":"Oak chair","unitPrice":{"amount":"49.90","currency":"EUR"},
                 "taxCategory":"STANDARD","lowThreshold":5,"clearThreshold":10,"initialStock":100}
                """)
@Hysteresis
record CreateProductRequest(
        @NotNull @Sku String sku,
        @NotNull @Size(max = 200) @PlainText String name,
        @NotNull @PositivePrice Money unitPrice,
        @NotNull TaxCategory taxCategory,
        @NotNull @Min(0) @Max(1_000_000_000) Integer lowThreshold,
        @Nullable @Min(1) @Max(2_000_000_000) Integer clearThreshold,
        @Nullable @Min(0) @Max(1_000_000_000) Integer initialStock)
        implements Hysteresis.Carrier {

    NewProduct product() {
        return new NewProduct(
                sku,
                new ProductDetails(name, unitPrice, taxCategory, true),
                Thresholds.of(lowThreshold, clearThreshold == null ? null : clearThreshold.longValue()),
                initialStock == null ? 0 : initialStock);
    }
}
