package io.duplex.gateway.backends;

import io.vertx.core.net.SocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;

/** One address of a service. After it refused a connection, or by its {@link Conduct}, it is passed over for a while. */
final class Replica {
    private static final Logger LOG = Logger.getLogger(Replica.class.getName());
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final String name;
    private final SocketAddress address;
    private final Clock clock;
    private final Conduct conduct;
    private Instant refusedUntil = Instant.MIN;
    private boolean down;

    Replica(String backend, SocketAddress address, Clock clock, Conduct conduct) {
        this.name = backend + " at " + address;
        this.address = address;
        this.clock = clock;
        this.conduct = conduct;
    }

    SocketAddress address() {
        return address;
    }

    boolean passedOver() {
        return clock.instant().isBefore(refusedUntil) || conduct.passedOver();
    }

    boolean ejected() {
        return conduct.ejected();
    }

    void begin() {
        conduct.begin();
    }

    void refused() {
        refusedUntil = clock.instant().plus(MOMENT);
        if (!down) {
            LOG.warning(() -> name + " refuses connections");
        }
        down = true;
    }

    void connected() {
        refusedUntil = Instant.MIN;
        if (down) {
            LOG.warning(() -> name + " takes connections again");
        }
        down = false;
    }

    void answered() {
        conduct.answered();
    }

    void failed() {
        Duration ejection = conduct.failed();
        if (!ejection.isZero()) {
            LOG.warning(() -> name + " breaks off or hangs; it is passed over for " + ejection.toSeconds() + " s");
        }
    }

    void forget() {
        conduct.forget();
    }
}
