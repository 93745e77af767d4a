package io.duplex.order.analytics;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long the spans are by which sales are summed up. Both begin by UTC. */
public enum BucketSize {
    HOUR(ChronoUnit.HOURS, Duration.ofHours(24), Duration.ofDays(31)),
    DAY(ChronoUnit.DAYS, Duration.ofDays(30), Duration.ofDays(366));

    private final ChronoUnit unit;
    private final Duration usual;
    private final Duration most;

    BucketSize(ChronoUnit unit, Duration usual, Duration most) {
        this.unit = unit;
        this.usual = usual;
        this.most = most;
    }

    /** As it is written: {@code hour} or {@code day}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The size that a word means. */
    public static BucketSize of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The beginning of the bucket in which a moment (UTC) lies. */
    OffsetDateTime startOf(OffsetDateTime moment) {
        return moment.truncatedTo(unit);
    }

    OffsetDateTime next(OffsetDateTime start) {
        return start.plus(1, unit);
    }

    /** How far is looked back unless somebody says how far. */
    Duration usual() {
        return usual;
    }

    /** The longest range that is answered. */
    Duration most() {
        return most;
    }
}
