package io.duplex.inventory.reservation;

/** How much of a SKU is, or was, promised to an order. */
public record ReservedLine(String sku, long quantity) {}
