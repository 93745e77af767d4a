/** Shipments: the goods of confirmed orders, from their label to the customer's door. */
package io.duplex.inventory.shipment;
