package io.duplex.chassis.outbox;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether events leave this service in time; for alerts only, since REST answers all the same. */
@Wellness
@Singleton
class OutboxWellness implements HealthCheck {
    private final OutboxWatch watch;

    OutboxWellness(OutboxWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var sight = watch.sight();
        var response = HealthCheckResponse.named("outbox")
                .status(!sight.stalled())
                .withData("unsent", sight.backlog().unsent())
                .withData("oldestAgeSeconds", sight.backlog().oldestAge().toSeconds());
        return sight.stalled() ? response.withData("reason", sight.reason()).build() : response.build();
    }
}
