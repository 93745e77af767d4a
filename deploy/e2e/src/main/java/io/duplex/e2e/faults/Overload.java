package io.duplex.e2e.faults;

import io.duplex.e2e.load.PlacedOrder;
import io.duplex.e2e.load.PlacedOrder.FirstAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * Twice the orders that the suite can take. How much is refused, and how soon the rest is answered, is told and not
 * judged: it says as much of the machine. Nothing may be lost by it.
 */
final class Overload implements Fault {
    private static final int TRIED = 4_000;
    private static final int AT_A_TIME = 100;
    private static final int SECONDS = 10;

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public boolean isBrief() {
        return false;
    }

    @Override
    public boolean mayLoseAnswers() {
        return true;
    }

    @Override
    public void strike(Scene scene) {
        scene.load().stop();
        var capacity = capacity(scene);
        var flood = scene.evidence().load().start(2 * capacity);
        scene.pause(SECONDS, SECONDS);
        var answers = flood.stop().stream()
                .map(PlacedOrder::first)
                .filter(Objects::nonNull)
                .toList();
        scene.note("%d orders/s could be taken, %d/s were sent".formatted(capacity, 2 * capacity));
        scene.note("taken " + told(answers, status -> status == 201));
        scene.note("refused " + told(answers, status -> status == 503 || status == 429));
        scene.note("else " + told(answers, status -> status != 201 && status != 503 && status != 429));
        scene.note(flood.orders().size() - answers.size() + " without an answer");
    }

    /** Orders per second, so many at a time. */
    private static int capacity(Scene scene) {
        var begun = System.nanoTime();
        scene.evidence().load().place(TRIED, AT_A_TIME);
        return (int) (TRIED * 1_000_000_000L / (System.nanoTime() - begun));
    }

    private static String told(List<FirstAnswer> answers, IntPredicate status) {
        var times = answers.stream()
                .filter(answer -> status.test(answer.status()))
                .map(FirstAnswer::took)
                .sorted()
                .toList();
        return times.isEmpty()
                ? "0"
                : "%d (p50 %d ms, p99 %d ms)".formatted(times.size(), quantile(times, 0.5), quantile(times, 0.99));
    }

    private static long quantile(List<Duration> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1))).toMillis();
    }
}
