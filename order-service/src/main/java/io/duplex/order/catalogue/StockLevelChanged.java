package io.duplex.order.catalogue;

/** What this service uses of inventory-service's fact about a stock level. */
public record StockLevelChanged(String sku, long available) {}
