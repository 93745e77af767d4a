package io.duplex.chassis.sql;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A pool that says no in time: with the database away or all connections in use, callers get an answer, not a wait. */
@Singleton
class BoundedPool implements PgPoolCreator {
    private final int acquisitionSeconds;
    private final int maxWaiting;

    BoundedPool(
            @ConfigProperty(name = "database.acquisition-timeout-seconds", defaultValue = "2") int acquisitionSeconds,
            @ConfigProperty(name = "database.max-waiting", defaultValue = "1000") int maxWaiting) {
        this.acquisitionSeconds = acquisitionSeconds;
        this.maxWaiting = maxWaiting;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setConnectTimeout(acquisitionSeconds * 1_000));
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeout(acquisitionSeconds)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                        .setMaxWaitQueueSize(maxWaiting))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
