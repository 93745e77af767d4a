package io.duplex.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RetryScheduleTest {
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6));

    @Property
    void waitsWithinAFifthOfTheDelay(@ForAll @IntRange(min = 1, max = 5) int attempt, @ForAll long seed) {
        var delay = DELAYS.get(attempt - 1);

        var wait = new RetrySchedule(DELAYS, new Random(seed)).after(attempt);

        assertThat(wait).hasValueSatisfying(scattered -> assertThat(scattered)
                .isBetween(
                        delay.multipliedBy(8).dividedBy(10),
                        delay.multipliedBy(12).dividedBy(10)));
    }

    @Property
    void endsAfterTheLastDelay(@ForAll @IntRange(min = 6) int attempt, @ForAll long seed) {
        assertThat(new RetrySchedule(DELAYS, new Random(seed)).after(attempt)).isEmpty();
    }
}
