package io.duplex.chassis.kafka;

import io.duplex.chassis.Failures;
import io.duplex.chassis.Rounds;
import io.duplex.chassis.inbox.Inbox;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Compares what the service's groups have committed with the ends of their topics, every few seconds: so a consumer that
 * lives and does nothing is told from one that has nothing to do. It says once what is wrong, and once when that is over.
 */
@ApplicationScoped
class ConsumerWatch {
    private static final Logger LOG = Logger.getLogger(ConsumerWatch.class);

    private final ProgressReader reader;
    private final Inbox inbox;
    private final LagMetrics metrics;
    private final ConsumerSettings settings;
    private final Clock clock;
    private final Rounds rounds;
    private final StallDetector detector;
    private volatile ConsumerSight sight;

    ConsumerWatch(
            ProgressReader reader,
            Inbox inbox,
            LagMetrics metrics,
            ConsumerSettings settings,
            Clock clock,
            Rounds rounds) {
        this.reader = reader;
        this.inbox = inbox;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
        this.rounds = rounds;
        this.detector = new StallDetector(settings.stalledAfter());
        this.sight = ConsumerSight.first(clock.instant());
    }

    void start(@Observes StartupEvent event) {
        rounds.begin("watch the consumers", Duration.ofMillis(1), settings.sampleEvery(), this::look);
    }

    ConsumerSight sight() {
        return sight;
    }

    private Uni<Void> look() {
        return reader.read()
                .map(this::read)
                .onFailure()
                .recoverWithItem(
                        failure -> sight.unread(Failures.inWords(failure), clock.instant(), settings.stalledAfter()))
                .invoke(this::tell)
                .replaceWithVoid();
    }

    private ConsumerSight read(Progress progress) {
        var now = clock.instant();
        return sight.read(progress, now, detector.observe(progress.positions(), now), inbox.retrying());
    }

    private void tell(ConsumerSight now) {
        var before = sight.troubles();
        sight = now;
        metrics.show(now);
        now.troubles().forEach((subject, trouble) -> {
            if (!before.containsKey(subject)) {
                LOG.warnf("Consumers are stalled (%s): %s", subject, trouble);
            }
        });
        before.keySet().stream()
                .filter(subject -> !now.troubles().containsKey(subject))
                .forEach(subject -> LOG.infof("Consumers get on again (%s)", subject));
    }
}
