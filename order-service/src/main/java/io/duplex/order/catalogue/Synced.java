package io.duplex.order.catalogue;

/**
 * What a reload of the view has done, in SKUs.
 *
 * @param added that the view had not heard of
 * @param changed of which it had another price, name or stock
 */
public record Synced(long added, long changed, long unchanged, long tookMs) {}
