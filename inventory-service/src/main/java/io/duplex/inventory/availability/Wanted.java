package io.duplex.inventory.availability;

/** How much of a SKU somebody wants. */
public record Wanted(String sku, long quantity) {}
