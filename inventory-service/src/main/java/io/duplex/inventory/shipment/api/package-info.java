/** Shipments over REST. */
package io.duplex.inventory.shipment.api;
