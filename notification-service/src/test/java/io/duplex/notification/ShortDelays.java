package io.duplex.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Retries within seconds; the last delay is long enough to look at what failed five times. */
public final class ShortDelays implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "notification.delivery.retry-delays", "200ms,200ms,200ms",
                "notification.delivery.poll-interval", "1s",
                "notification.delivery.timeout", "3s",
                "notification.delivery.lease", "20s");
    }

    @Override
    public void stop() {}
}
