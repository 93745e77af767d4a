package io.duplex.local.demo;

import java.time.Duration;
import java.util.Optional;

/** Facts, one after the other, as they become known. */
@FunctionalInterface
interface Facts {
    /** The next fact, if one arrives within {@code patience}. */
    Optional<Fact> next(Duration patience);
}
