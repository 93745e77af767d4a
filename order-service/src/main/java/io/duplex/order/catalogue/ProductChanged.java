package io.duplex.order.catalogue;

import org.joda.money.Money;

/** What this service uses of inventory-service's fact about a product. */
public record ProductChanged(String sku, String name, Money unitPrice, String taxCategory, boolean active) {}
