package io.duplex.local.replay;

/** The body of POST /v1/stock/{sku}/movements. */
record Receipt(String type, long quantity, String reason, String reference) {}
