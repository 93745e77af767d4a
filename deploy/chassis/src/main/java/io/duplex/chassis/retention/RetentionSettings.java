package io.duplex.chassis.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is kept. */
@ConfigMapping(prefix = "retention")
interface RetentionSettings {
    /** Ids of consumed events: longer than the topics keep their records and an admin may take to redrive. */
    @WithDefault("P14D")
    Duration inbox();

    /** Answers to requests with an idempotency key. */
    @WithDefault("PT24H")
    Duration idempotencyKeys();

    /** How often what is too old is deleted. */
    @WithDefault("PT1H")
    Duration every();
}
