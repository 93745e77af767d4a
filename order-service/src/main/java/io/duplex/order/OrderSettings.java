package io.duplex.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may set for orders. */
@ConfigMapping(prefix = "order")
public interface OrderSettings {
    Availability availability();

    Inventory inventory();

    /** When the catalogue view decides alone. */
    interface Availability {
        /** How many pieces must be left over by the view's figures; with fewer, inventory-service is asked. */
        @WithDefault("10")
        long margin();
    }

    /** Where inventory-service is. */
    interface Inventory {
        String url();
    }
}
