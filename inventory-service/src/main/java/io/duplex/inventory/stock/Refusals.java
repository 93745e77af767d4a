package io.duplex.inventory.stock;

import io.duplex.chassis.http.Problem;

/** Why stock cannot be changed or shown. */
public final class Refusals {
    private Refusals() {}

    /** There is no such SKU. */
    public static Problem unknownProduct() {
        return Problem.notFound("product-not-found", "There is no product with this SKU.");
    }

    static Problem insufficientStock(String sku, Balance balance) {
        return Problem.conflict(
                        "insufficient-stock", "There would be less on hand than is reserved, or less than nothing.")
                .with("sku", sku)
                .with("available", balance.available());
    }
}
