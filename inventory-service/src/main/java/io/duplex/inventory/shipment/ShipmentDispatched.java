package io.duplex.inventory.shipment;

import java.util.UUID;

/** The fact that the goods of an order have left. */
public record ShipmentDispatched(UUID shipmentId, UUID orderId, String trackingNumber) {}
