package io.duplex.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutboxSightTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OutboxSight first = OutboxSight.first(START);

    @Test
    void isStalledWhenTheOldestEventWaitsForTooLong() {
        assertThat(read(29).stalled()).isFalse();
        assertThat(read(30).stalled()).isTrue();
        assertThat(read(30).reason()).contains("3 events", "30 s", "no broker");
    }

    @Test
    void isStalledWhenItCannotBeReadForTooLong() {
        var glimpse = first.unread("no database", START.plusSeconds(29), PATIENCE);
        assertThat(glimpse.stalled()).isFalse();

        var blind = glimpse.unread("no database", START.plusSeconds(31), PATIENCE);
        assertThat(blind.reason()).contains("31 s", "no database");
    }

    @Test
    void flowsAgainAsSoonAsNothingOldWaits() {
        assertThat(read(100).read(Backlog.NONE, START, PATIENCE, "").stalled()).isFalse();
    }

    private OutboxSight read(int age) {
        return first.read(new Backlog(3, Duration.ofSeconds(age)), START, PATIENCE, "no broker");
    }
}
