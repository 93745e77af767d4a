package io.duplex.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows what is being started: one line per process with the time it took. On a terminal the lines are repainted in
 * place; elsewhere each process is printed once, when it is ready.
 */
final class Progress {
    private static final String UP = "\u001b[%dA";
    private static final String ERASE_LINE = "\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private int painted;

    private record Step(int port, long startedAt, @Nullable Long readyAt) {
        String line(String name) {
            long until = readyAt == null ? System.nanoTime() : readyAt;
            String state = readyAt == null ? "starting" : "ready";
            return String.format(
                    Locale.ROOT, "  %-24s port %-6d %-9s%6s s", name, port, state, seconds(until - startedAt));
        }
    }

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** The process {@code name} is being prepared or started; its time runs from the first call on. */
    synchronized void starting(String name, int port) {
        steps.putIfAbsent(name, new Step(port, System.nanoTime(), null));
        repaint();
    }

    /** The process {@code name} answers. */
    synchronized void ready(String name) {
        Step step = steps.computeIfPresent(name, (key, old) -> new Step(old.port, old.startedAt, System.nanoTime()));
        if (step == null) {
            return;
        }
        if (terminal) {
            repaint();
        } else {
            out.println(step.line(name));
        }
    }

    /** Repaints the elapsed times; does nothing when there is no terminal. */
    synchronized void repaint() {
        if (terminal && !steps.isEmpty()) {
            erase();
            steps.forEach((name, step) -> out.println(step.line(name)));
            painted = steps.size();
            out.flush();
        }
    }

    /** Prints {@code line} above what is still being started. */
    synchronized void say(String line) {
        erase();
        out.println(line);
        repaint();
    }

    /** Leaves the lines where they are; what is printed from now on follows below. */
    synchronized void finish() {
        steps.clear();
        painted = 0;
    }

    private void erase() {
        if (painted > 0) {
            out.printf(Locale.ROOT, UP, painted);
            out.print((ERASE_LINE + "\n").repeat(painted));
            out.printf(Locale.ROOT, UP, painted);
            painted = 0;
        }
    }

    /** Nanoseconds as seconds with one digit. */
    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", Duration.ofNanos(nanos).toMillis() / 1000.0);
    }
}
