package io.duplex.gateway.backends;

import io.vertx.core.net.SocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;

/** One address of a service. After it refused a connection it is passed over for a moment. */
final class Replica {
    private static final Logger LOG = Logger.getLogger(Replica.class.getName());
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final String backend;
    private final SocketAddress address;
    private final Clock clock;
    private Instant passedOverUntil = Instant.MIN;
    private boolean down;

    Replica(String backend, SocketAddress address, Clock clock) {
        this.backend = backend;
        this.address = address;
        this.clock = clock;
    }

    SocketAddress address() {
        return address;
    }

    boolean passedOver() {
        return clock.instant().isBefore(passedOverUntil);
    }

    void refused() {
        passedOverUntil = clock.instant().plus(MOMENT);
        if (!down) {
            LOG.warning(() -> backend + " at " + address + " refuses connections");
        }
        down = true;
    }

    void connected() {
        passedOverUntil = Instant.MIN;
        if (down) {
            LOG.warning(() -> backend + " at " + address + " takes connections again");
        }
        down = false;
    }
}
