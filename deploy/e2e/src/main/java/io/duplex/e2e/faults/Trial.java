package io.duplex.e2e.faults;

import io.duplex.e2e.evidence.Evidence;
import io.duplex.e2e.evidence.Rest;
import io.duplex.e2e.invariants.Verdict;
import io.duplex.e2e.load.Load;
import io.duplex.e2e.load.PlacedOrder;
import io.duplex.e2e.suite.RunningSuite;
import java.time.Duration;
import java.util.SplittableRandom;

/** A suite that is put under load and tried with one fault after the other. */
public final class Trial implements AutoCloseable {
    private static final Duration HEALING = Duration.ofSeconds(60);

    private final Evidence evidence;
    private final Settings settings;
    private final long seed;

    private Trial(RunningSuite suite, Settings settings, long seed) {
        this.evidence = Evidence.of(suite, seed);
        this.settings = settings;
        this.seed = seed;
    }

    /** Warms a suite up until it keeps up with the load; what it then uses is what it has to come back to. */
    public static Trial of(RunningSuite suite, Settings settings, long seed) {
        var trial = new Trial(suite, settings, seed);
        var load = trial.evidence.load().start(settings.rate());
        new Scene(trial.evidence, new SplittableRandom(seed), load, settings).awaitPace();
        load.stop();
        trial.evidence.load().settle(settings.patient(HEALING));
        Rest.await(trial.evidence, settings.patient(HEALING));
        trial.evidence.takeBaseline();
        return trial;
    }

    /** What is known of the suite. */
    public Evidence evidence() {
        return evidence;
    }

    /** Lets a fault strike under load, waits until the suite is at rest, and checks all invariants. */
    Outcome outcome(Fault fault) {
        evidence.liveness().beginAnew();
        var load = evidence.load().start(settings.rate());
        var scene = new Scene(evidence, random(fault), load, settings);
        var begun = System.nanoTime();
        fault.strike(scene);
        var left = settings.load().minusNanos(System.nanoTime() - begun).toMillis() / 1_000.0;
        scene.pause(Math.max(0, left), Math.max(0, left));
        return afterwards(fault, load, scene);
    }

    private Outcome afterwards(Fault fault, Load.Running load, Scene scene) {
        var orders = load.stop();
        var unanswered = orders.stream()
                .filter(order -> order.outcome() == PlacedOrder.Outcome.UNKNOWN)
                .count();
        if (unanswered > 0 && !fault.mayLoseAnswers()) {
            scene.complain("every order is answered; seen: %d without an answer".formatted(unanswered));
        }
        evidence.load().settle(settings.patient(HEALING));
        var rest = Rest.await(evidence, settings.patient(HEALING));
        var verdict = Verdict.on(evidence);
        return new Outcome(fault.name(), verdict, orders.size(), unanswered, rest, scene.complaints(), scene.notes());
    }

    /** Each fault has chance of its own, so that it can be repeated alone. */
    private SplittableRandom random(Fault fault) {
        return new SplittableRandom(seed ^ fault.name().hashCode() * 0x9E3779B97F4A7C15L);
    }

    @Override
    public void close() {
        evidence.close();
    }
}
