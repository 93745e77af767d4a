package io.duplex.inventory.product;

/** How a product is taxed; the rates are invoice-service's business. */
public enum TaxCategory {
    STANDARD,
    REDUCED,
    ZERO
}
