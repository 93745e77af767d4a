package io.duplex.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may set for orders. */
@ConfigMapping(prefix = "order")
public interface OrderSettings {
    Availability availability();

    Inventory inventory();

    Streams streams();

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

    /** How many may follow orders and figures live. */
    interface Streams {
        /** Streams that one replica holds open at once. */
        @WithDefault("2000")
        int most();

        /** Those of them that are one caller's. */
        @WithDefault("20")
        int mostPerCaller();
    }
}
