package io.duplex.local;

import java.time.Duration;

/**
 * How long to wait before a process that died is started again: hardly at all after it has worked, longer and longer
 * while it keeps dying before it was ready.
 */
final class RestartPolicy {
    private static final int HOPELESS = 3;
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private int earlyDeaths;

    /** The process is ready: whatever happened before is forgotten. */
    synchronized void worked() {
        earlyDeaths = 0;
    }

    /** The process died; returns the pause before its next start: 0.1 s, 0.4 s, 1.6 s, … at most 10 s. */
    synchronized Duration died() {
        Duration pause = FIRST.multipliedBy(1L << Math.min(2 * earlyDeaths, 10));
        earlyDeaths++;
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    /** Whether the process died three times or more without being ready once: it needs a person's attention. */
    synchronized boolean hopeless() {
        return earlyDeaths >= HOPELESS;
    }
}
