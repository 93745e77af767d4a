package io.duplex.chassis.outbox;

import java.time.Duration;

/**
 * What waits in the outbox.
 *
 * @param unsent how many events, counted up to {@value #COUNTED_UP_TO}
 * @param oldestAge the age of the oldest by the database's clock; zero when nothing waits
 */
record Backlog(long unsent, Duration oldestAge) {
    static final int COUNTED_UP_TO = 100_001;
    static final Backlog NONE = new Backlog(0, Duration.ZERO);
}
