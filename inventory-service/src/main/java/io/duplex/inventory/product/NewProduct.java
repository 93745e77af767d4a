package io.duplex.inventory.product;

import io.duplex.inventory.stock.Thresholds;

/**
 * A product that is to be taken into the range.
 *
 * @param initialStock what is on hand from the start; zero or more
 */
public record NewProduct(String sku, ProductDetails details, Thresholds thresholds, long initialStock) {}
