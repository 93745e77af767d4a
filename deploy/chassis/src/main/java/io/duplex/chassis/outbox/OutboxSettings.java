package io.duplex.chassis.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How the outbox is emptied and watched. */
@ConfigMapping(prefix = "outbox")
public interface OutboxSettings {
    /** How many events are read, sent and removed at once. */
    @WithDefault("500")
    int batchSize();

    /** How long the relay waits for the acknowledgements of a batch before it reads the outbox anew. */
    @WithDefault("5M")
    Duration acknowledgedWithin();

    /** How often the unsent events are counted. */
    @WithDefault("5S")
    Duration sampleEvery();

    /** The age of the oldest unsent event, or of the last look into the outbox, from which on it counts as stalled. */
    @WithDefault("30S")
    Duration stalledAfter();

    /** How long a shutdown waits until the outbox is empty. */
    @WithDefault("5S")
    Duration flushWithin();

    /** The topics that the service writes; wellness says when one of them does not exist. */
    Optional<Set<String>> topics();
}
