package io.duplex.inventory.product;

import org.joda.money.Money;

/**
 * What staff say about a product.
 *
 * @param unitPrice net, above zero
 * @param active whether it can be ordered
 */
public record ProductDetails(String name, Money unitPrice, TaxCategory taxCategory, boolean active) {}
