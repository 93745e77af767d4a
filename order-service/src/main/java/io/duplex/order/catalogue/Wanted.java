package io.duplex.order.catalogue;

/**
 * How much of a SKU somebody wants to order.
 *
 * @param line where the SKU stands first in the request, from 0
 */
public record Wanted(String sku, int quantity, int line) {}
