/**
 * Prices and availability for orders: a read-only view kept by inventory-service's events, and a question to
 * inventory-service where the view cannot decide.
 */
package io.duplex.order.catalogue;
