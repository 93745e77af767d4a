package io.duplex.local.replay;

import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a phase has come: a bar in a terminal, else a line for every tenth. */
interface Progress extends AutoCloseable {
    /** One more is done; from any thread. */
    void step();

    /** So many more are done. */
    default void steps(int howMany) {
        for (var done = 0; done < howMany; done++) {
            step();
        }
    }

    @Override
    void close();

    /** Counts the work when it has ended, well or not. */
    default <T> CompletableFuture<T> after(CompletableFuture<T> work) {
        return work.whenComplete((result, failure) -> step());
    }

    /** Starts to show a phase on the standard error. */
    static Progress of(String phase, long steps, boolean terminal) {
        return terminal ? new Bar(phase, steps) : new Lines(phase, steps, System.err);
    }

    /** For people who watch. */
    final class Bar implements Progress {
        private final ProgressBar bar;

        Bar(String phase, long steps) {
            bar = new ProgressBarBuilder()
                    .setTaskName(phase)
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build();
        }

        @Override
        public void step() {
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** For log files. */
    final class Lines implements Progress {
        private static final int PARTS = 10;

        private final String phase;
        private final long steps;
        private final PrintStream out;
        private final AtomicLong done = new AtomicLong();

        Lines(String phase, long steps, PrintStream out) {
            this.phase = phase;
            this.steps = steps;
            this.out = out;
        }

        @Override
        public void step() {
            var now = done.incrementAndGet();
            if (now * PARTS / steps != (now - 1) * PARTS / steps) {
                out.printf("%s %d/%d%n", phase, now, steps);
            }
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
