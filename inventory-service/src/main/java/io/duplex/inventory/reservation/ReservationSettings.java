package io.duplex.inventory.reservation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set for reservations. */
@ConfigMapping(prefix = "inventory.reservation")
public interface ReservationSettings {
    /** How long stock is kept for an order that is neither shipped nor cancelled. */
    @WithDefault("P14D")
    Duration ttl();

    /** How often is looked for what has run out. */
    @WithDefault("PT1M")
    Duration expireEvery();
}
