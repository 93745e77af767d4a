package io.duplex.e2e.faults;

import io.duplex.e2e.evidence.Evidence;
import io.duplex.e2e.load.Load;
import io.duplex.e2e.suite.Processes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Where a fault happens: a suite under load, chance that can be repeated, and a place to complain. */
final class Scene {
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final String WAITING =
            "SELECT count(*) FROM orders WHERE status = 'PENDING' AND created_at < clock_timestamp() - interval '2 s'";

    private final Evidence evidence;
    private final SplittableRandom random;
    private final Load.Running load;
    private final Settings settings;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Scene(Evidence evidence, SplittableRandom random, Load.Running load, Settings settings) {
        this.evidence = evidence;
        this.random = random;
        this.load = load;
        this.settings = settings;
    }

    Evidence evidence() {
        return evidence;
    }

    Processes processes() {
        return evidence.suite().processes();
    }

    SplittableRandom random() {
        return random;
    }

    Load.Running load() {
        return load;
    }

    Settings settings() {
        return settings;
    }

    /** As often as a fault is repeated: the long form's number, or the short form's. */
    int times(int inLongForm, int inShortForm) {
        return settings.brief() ? inShortForm : inLongForm;
    }

    /** Lets some seconds pass, between the two numbers; the inboxes are read meanwhile, before they forget. */
    void pause(double least, double most) {
        evidence.inboxes().keys();
        var millis = Math.round(1_000 * (least + random.nextDouble() * (most - least)));
        var end = System.nanoTime() + millis * 1_000_000;
        Awaitility.await()
                .atMost(Duration.ofMillis(millis).plusSeconds(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> System.nanoTime() - end >= 0);
    }

    /** Waits until the suite keeps up with the load, as one that has just been started does not yet. */
    void awaitPace() {
        pause(3, 4);
        awaitRecovery(
                "no order waits longer than 2 s", () -> evidence.databases().count("orders", WAITING) == 0);
    }

    /** Waits until something works again; complains when it does not. */
    void awaitRecovery(String what, Callable<Boolean> works) {
        await(what, settings.patient(RECOVERY), works);
    }

    /** Waits until something is so; complains when it is not in time. */
    void await(String what, Duration patience, Callable<Boolean> condition) {
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptions()
                    .until(condition);
        } catch (ConditionTimeoutException never) {
            complain(what + " within " + patience.toSeconds() + " s");
        }
    }

    /** Something that the invariants cannot see was not as it should be. */
    void complain(String expected) {
        complaints.add("expected: " + expected);
    }

    /** Something worth knowing that is not wrong. */
    void note(String seen) {
        notes.add(seen);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Whether a service process answers requests. */
    boolean isReady(String name) {
        evidence.wire().read(evidence.suite().run().url(name) + "/q/health/ready");
        return true;
    }
}
