package io.duplex.inventory.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set for reconciliations. */
@ConfigMapping(prefix = "inventory.reconcile")
public interface ReconcileSettings {
    /** How long an order and its reservation may differ, since events are on their way. */
    @WithDefault("PT5M")
    Duration grace();

    /** How long orders are compared for at most. */
    @WithDefault("PT30S")
    Duration within();
}
