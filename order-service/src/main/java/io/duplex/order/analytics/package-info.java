/**
 * Sales figures by hour and day: a read model that the service's own events keep and that can be rebuilt from its orders.
 *
 * <p>An order belongs to the hour (UTC) of its creation, whenever something happens to it, and counts under its present
 * status. It is sold, a part of revenue and quantities, while it is CONFIRMED, SHIPPED or COMPLETED. Revenue is the sum of
 * order totals, net.
 */
package io.duplex.order.analytics;
