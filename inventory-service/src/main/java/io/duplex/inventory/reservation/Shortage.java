package io.duplex.inventory.reservation;

/** What an order wanted and stock could not give. */
public record Shortage(String sku, long requested, long available) {}
