package io.duplex.local.replay;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets so many orders a second through, from the first on; what was held up is caught up. */
final class Pace {
    private final double nanosBetween;
    private long start;
    private long passed;

    /**
     * Creates a pace.
     *
     * @param perSecond infinite where there is no limit
     */
    Pace(double perSecond) {
        nanosBetween = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    void await() {
        start = passed == 0 ? System.nanoTime() : start;
        var due = start + Math.round(passed++ * nanosBetween);
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
