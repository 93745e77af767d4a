package io.duplex.inventory.product.api;

import io.duplex.inventory.PlainText;
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

/** All that can be changed about a product; what is not sent has its default, not its former value. */
@Schema(
        name = "ChangedProduct",
        examples =
                """
                {"name":"Oak chair","unitPrice":{"amount":"54.90","currency":"EUR"},"taxCategory":"STANDARD",
                 "active":true,"lowThreshold":5,"clearThreshold":10}
                """)
@Hysteresis
record ChangeProductRequest(
        @NotNull @Size(max = 200) @PlainText String name,
        @NotNull @PositivePrice Money unitPrice,
        @NotNull TaxCategory taxCategory,
        @NotNull Boolean active,
        @NotNull @Min(0) @Max(1_000_000_000) Integer lowThreshold,
        @Nullable @Min(1) @Max(2_000_000_000) Integer clearThreshold)
        implements Hysteresis.Carrier {

    ProductDetails details() {
        return new ProductDetails(name, unitPrice, taxCategory, active);
    }

    Thresholds thresholds() {
        return Thresholds.of(lowThreshold, clearThreshold == null ? null : clearThreshold.longValue());
    }
}
