package io.duplex.local.replay;

import org.joda.money.Money;

/** The body of POST /v1/products. */
record NewProduct(String sku, String name, Money unitPrice, String taxCategory, int lowThreshold) {}
