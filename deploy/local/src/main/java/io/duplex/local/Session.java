package io.duplex.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One run of the suite, from the lock on its data folder to the end of its last process. */
final class Session implements AutoCloseable {
    private static final Duration REPAINT = Duration.ofMillis(200);

    private final ScheduledExecutorService painter = Executors.newScheduledThreadPool(1, Daemons.named("painter"));
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final DataFolder data;
    private final Progress progress;
    private final Watchdog watchdog;
    private final Crew crew;
    private final Suite suite;

    Session(Ports ports, DataFolder data, long rateLimit, Progress progress) {
        this.data = data;
        this.progress = progress;
        this.watchdog = new Watchdog(data.temporary() ? data.path().toString() : "");
        this.crew = new Crew(watchdog, new RunFile(data, ports), progress);
        this.suite = new Suite(new Blueprint(Installation.current(), ports, data, rateLimit), crew);
    }

    /** Starts everything and shows how far it is; a failure keeps the folder with the logs. */
    void start() throws Exception {
        var painting = painter.scheduleAtFixedRate(progress::repaint, 0, REPAINT.toMillis(), TimeUnit.MILLISECONDS);
        try {
            suite.start();
        } catch (Exception e) {
            if (!isClosing()) {
                watchdog.keepFolder();
            }
            throw e;
        } finally {
            painting.cancel(false);
            progress.finish();
        }
    }

    /** Whether somebody has asked for the end; failures that follow from it are none. */
    boolean isClosing() {
        return closing.get();
    }

    /** Returns when the session has been closed. */
    void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** Stops every process, tidies up, and returns when that is done, no matter who began it. */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            long begin = System.nanoTime();
            progress.finish();
            progress.say("\nStopping the gateway, the services, the stubs, Kafka and PostgreSQL …");
            crew.stop();
            watchdog.close();
            data.close();
            progress.say("Stopped after " + Progress.seconds(System.nanoTime() - begin) + " s");
            closed.countDown();
        }
    }
}
