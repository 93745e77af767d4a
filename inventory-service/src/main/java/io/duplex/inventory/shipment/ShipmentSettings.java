package io.duplex.inventory.shipment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set for shipments. */
@ConfigMapping(prefix = "inventory.shipment")
public interface ShipmentSettings {
    /** How long a shipment waits for order-service's definite answer before it is asked for again. */
    @WithDefault("PT5S")
    Duration askAgainAfter();
}
