package io.duplex.notification.message;

/** A SKU has fallen to its threshold; quantities are pieces. */
public record InventoryLow(String sku, String name, long available, long lowThreshold) {}
