package io.duplex.inventory.shipment;

import java.util.UUID;

/** The fact that the goods of an order have arrived. */
public record ShipmentDelivered(UUID shipmentId, UUID orderId, String trackingNumber) {}
