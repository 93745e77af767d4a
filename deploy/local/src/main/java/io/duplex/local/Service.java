package io.duplex.local;

import io.duplex.embedded.ServiceDatabase;
import java.util.Locale;

/** One of the four services. */
enum Service {
    ORDER(1),
    INVENTORY(2),
    INVOICE(3),
    NOTIFICATION(4);

    private final int portOffset;

    Service(int portOffset) {
        this.portOffset = portOffset;
    }

    /** The module and deployable, for example {@code order-service}. */
    String module() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }

    /** How far the first replica's port lies above the gateway's. */
    int portOffset() {
        return portOffset;
    }

    /** The database that the service owns. */
    String database() {
        return ServiceDatabase.of(module()).database();
    }

    /** The database role that the service signs in as. */
    String role() {
        return ServiceDatabase.of(module()).role();
    }

    /** The name of one replica, counted from 1: {@code order-service-1}. */
    String replica(int number) {
        return module() + "-" + number;
    }
}
