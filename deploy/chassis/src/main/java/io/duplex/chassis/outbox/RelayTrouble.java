package io.duplex.chassis.outbox;

import io.duplex.chassis.Failures;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Why the relay does not get on at this moment. The first failure of a row of them is a warning, the others are not. */
@Singleton
class RelayTrouble {
    private static final Logger LOG = Logger.getLogger(RelayTrouble.class);

    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

    void failed(Throwable failure) {
        var words = Failures.inWords(failure);
        var level = reason.getAndSet(words) == null ? Logger.Level.WARN : Logger.Level.DEBUG;
        LOG.logf(level, "The outbox waits: %s", words);
    }

    void worked() {
        reason.set(null);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason.get());
    }
}
