package io.duplex.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened to one order since its POST, printed as it happens: milliseconds, service, fact. */
final class Story {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration LONGEST_TAIL = Duration.ofSeconds(3);
    private static final Set<String> ABOUT_SKUS = Set.of("InventoryLow", "NotificationSent");

    private final PrintStream out;
    private final Facts facts;
    private final long begin;
    private final Set<String> subjects = new HashSet<>();
    private final List<Fact> told = new ArrayList<>();
    private final Deque<Fact> untold = new ArrayDeque<>();

    /** A story that began at {@code begin} and is about {@code sku}. */
    Story(PrintStream out, Facts facts, long begin, String sku) {
        this.out = out;
        this.facts = facts;
        this.begin = begin;
        subjects.add(sku);
    }

    /** From now on the story is about this order, too. */
    void isAbout(String orderId) {
        subjects.add(orderId);
    }

    /** Milliseconds from the story's begin to {@code moment}. */
    long millisUntil(long moment) {
        return Duration.ofNanos(moment - begin).toMillis();
    }

    /** Tells what was said or done at {@code moment}, after the facts that were seen before it. */
    void tell(long moment, String who, String what) {
        Optional<Fact> fact = next(Duration.ZERO);
        while (fact.filter(one -> one.seenAt() < moment).isPresent()) {
            fact.ifPresent(this::tell);
            fact = next(Duration.ZERO);
        }
        fact.ifPresent(untold::push);
        print(moment, who, what);
    }

    private void tell(Fact fact) {
        boolean aboutSku = subjects.contains(fact.key()) && ABOUT_SKUS.contains(fact.type());
        if (fact.seenAt() >= begin && (aboutSku || subjects.contains(fact.correlationId()))) {
            print(fact.seenAt(), fact.service(), fact.summary());
            told.add(fact);
        }
    }

    private void print(long moment, String who, String what) {
        out.printf(Locale.ROOT, "  %6d ms  %-21s %s%n", millisUntil(moment), who, what);
    }

    private Optional<Fact> next(Duration patience) {
        return untold.isEmpty() ? facts.next(patience) : Optional.of(untold.pop());
    }

    /**
     * Tells every fact until all {@code expected} ones have been told.
     *
     * @throws DemoFailure after 20 s, naming what is missing
     */
    void follow(List<Expectation> expected) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (String missing = missing(expected); !missing.isEmpty(); missing = missing(expected)) {
            String message = "Missing after " + PATIENCE.toSeconds() + " s: " + missing;
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            tell(next(left).orElseThrow(() -> new DemoFailure(message)));
        }
    }

    private String missing(List<Expectation> expected) {
        return expected.stream()
                .filter(one -> told.stream().noneMatch(one.test()))
                .map(one -> one.fact() + " (from " + one.service() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Milliseconds from the begin until all of these, which have been told, had been seen. */
    long millisUntil(List<Expectation> met) {
        return met.stream()
                .mapToLong(one -> millisUntil(firstTold(one).seenAt()))
                .max()
                .orElse(0);
    }

    /** The first fact of this type, which has been told. */
    Fact firstTold(String type) {
        return firstTold(Expectation.of(type, ""));
    }

    private Fact firstTold(Expectation expectation) {
        return told.stream().filter(expectation.test()).findFirst().orElseThrow();
    }

    /** Tells what still comes, until nothing has come for half a second. */
    void rest() {
        long end = System.nanoTime() + LONGEST_TAIL.toNanos();
        Optional<Fact> fact = next(QUIET);
        while (fact.isPresent() && System.nanoTime() < end) {
            fact.ifPresent(this::tell);
            fact = next(QUIET);
        }
    }
}
