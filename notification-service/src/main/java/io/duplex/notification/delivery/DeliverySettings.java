package io.duplex.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What an operator may set for deliveries. */
@ConfigMapping(prefix = "notification.delivery")
public interface DeliverySettings {
    /** How long after each failed attempt the next one is due, ±20 %; after the last one the message is dead. */
    @WithDefault("30s,2m,10m,1h,6h")
    List<Duration> retryDelays();

    /** How many messages of one channel are under way at a time. */
    @WithDefault("16")
    int concurrency();

    /** How long a provider may take for one message. */
    @WithDefault("5s")
    Duration timeout();

    /** How long a claim holds when its process dies; must be several times the timeout. */
    @WithDefault("60s")
    Duration lease();

    /** How often retries and expired claims are looked for. */
    @WithDefault("3s")
    Duration pollInterval();
}
