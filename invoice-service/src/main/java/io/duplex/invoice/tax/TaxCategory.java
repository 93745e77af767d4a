package io.duplex.invoice.tax;

/** How a product is taxed; the rate that belongs to it depends on the seller's country and the date. */
public enum TaxCategory {
    STANDARD,
    REDUCED,
    ZERO
}
