package io.duplex.chassis.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the consumers are watched and stopped. */
@ConfigMapping(prefix = "consumers")
interface ConsumerSettings {
    /** How often committed offsets are compared with the ends of the topics. */
    @WithDefault("5S")
    Duration sampleEvery();

    /** How long a partition may lag without progress, or the broker be out of reach, before it counts as stalled. */
    @WithDefault("30S")
    Duration stalledAfter();

    /** How long a shutdown waits for the batches in work. */
    @WithDefault("10S")
    Duration finishWithin();
}
