package io.duplex.inventory.shipment;

import java.util.UUID;

/** The fact that the goods of a confirmed order may leave. */
public record ShipmentReady(UUID shipmentId, UUID orderId) {}
