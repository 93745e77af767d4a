package io.duplex.chassis.outbox;

import io.duplex.chassis.Failures;
import io.duplex.chassis.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks into the outbox every few seconds, measures what waits, and says once when it stalls and when it flows again. */
@ApplicationScoped
class OutboxWatch {
    private static final Logger LOG = Logger.getLogger(OutboxWatch.class);

    private final OutboxTable outbox;
    private final OutboxSettings settings;
    private final RelayTrouble trouble;
    private final Clock clock;
    private final Rounds rounds;
    private volatile OutboxSight sight;

    OutboxWatch(
            OutboxTable outbox,
            OutboxSettings settings,
            RelayTrouble trouble,
            Clock clock,
            Rounds rounds,
            MeterRegistry metrics) {
        this.outbox = outbox;
        this.settings = settings;
        this.trouble = trouble;
        this.clock = clock;
        this.rounds = rounds;
        this.sight = OutboxSight.first(clock.instant());
        measure(metrics);
    }

    private void measure(MeterRegistry metrics) {
        Gauge.builder("duplex.outbox.unsent", () -> sight.backlog().unsent())
                .description("Events that are not yet acknowledged, counted up to " + Backlog.COUNTED_UP_TO)
                .register(metrics);
        Gauge.builder(
                        "duplex.outbox.oldest.age",
                        () -> sight.backlog().oldestAge().toMillis() / 1e3)
                .description("Age of the oldest unsent event")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("duplex.outbox.stalled", () -> sight.stalled() ? 1 : 0)
                .description("1 when events wait for too long or cannot be seen")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        rounds.begin("watch the outbox", Duration.ofMillis(1), settings.sampleEvery(), this::look);
    }

    OutboxSight sight() {
        return sight;
    }

    private Uni<Void> look() {
        return outbox.backlog()
                .map(
                        backlog -> sight.read(
                                backlog,
                                clock.instant(),
                                settings.stalledAfter(),
                                trouble.reason()
                                        .orElse(
                                                "no failure here, so Kafka does not answer or another process holds the lease")))
                .onFailure()
                .recoverWithItem(
                        failure -> sight.unread(Failures.inWords(failure), clock.instant(), settings.stalledAfter()))
                .invoke(this::tell)
                .replaceWithVoid();
    }

    private void tell(OutboxSight now) {
        var before = sight;
        sight = now;
        if (now.stalled() && !before.stalled()) {
            LOG.warnf("The outbox is stalled: %s", now.reason());
        } else if (before.stalled() && !now.stalled()) {
            LOG.infof("The outbox flows again; %d events wait", now.backlog().unsent());
        }
    }
}
