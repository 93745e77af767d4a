package io.duplex.chassis.kafka;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether what other services tell has its effect here; for alerts only, since REST answers all the same. */
@Wellness
@Singleton
class ConsumerWellness implements HealthCheck {
    private final ConsumerWatch watch;

    ConsumerWellness(ConsumerWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var sight = watch.sight();
        var response = HealthCheckResponse.named("consumers").status(sight.well());
        sight.troubles().forEach(response::withData);
        return response.build();
    }
}
